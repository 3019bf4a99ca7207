package labo.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Writes pages from templates, each with its own style and script in it: a page needs no other file, and no network. */
final class PageWriter {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frame frame = new Frame(resource("page.css"), resource("page.js"));

    void classPage(ClassPage page, Path file) throws IOException {
        write("class.jte", Map.of("page", page, "frame", frame), file);
    }

    void student(StudentPage page, Path file) throws IOException {
        write("student.jte", Map.of("page", page, "frame", frame), file);
    }

    void pair(PairPage page, Path file) throws IOException {
        write("pair.jte", Map.of("page", page, "frame", frame), file);
    }

    /** Replaces the file at one stroke. */
    private void write(String template, Map<String, Object> parameters, Path file) throws IOException {
        Path draft = Files.createTempFile(file.resolveSibling(""), ".labo-", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                TemplateOutput output = new WriterOutput(out);
                engine.render(template, parameters, output);
            } catch (UncheckedIOException failed) {
                throw new IOException(failed);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
