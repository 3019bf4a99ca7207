package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.machine.LabException;
import labo.machine.docker.ImageProgress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The image that both machines are made of. Its tag names what it is built from, so that after a change of the agents, or
 * of how it is built, the old image simply is no longer the one that is asked for.
 */
public final class MachineImage {
    private static final String NAME = "labo-machine";
    private static final String BASE_NAME = "labo-base";
    private static final int TAG_DIGITS = 16;
    private static final Pattern STEP = Pattern.compile("^Step (\\d+)/(\\d+) ");

    private final Path grader;

    /**
     * @param grader the folder of what runs inside the machines, with {@code agent/} and {@code image/}
     */
    public MachineImage(Path grader) {
        this.grader = grader.toAbsolutePath();
    }

    /** The image's name and tag, for the files as they are now. */
    public String tag() {
        List<Path> sources = new ArrayList<>(List.of(dockerfile(), baseScript()));
        try (Stream<Path> agents = Files.walk(grader.resolve("agent"))) {
            agents.filter(Files::isRegularFile)
                    .filter(file -> !isCompiled(file))
                    .sorted()
                    .forEach(sources::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NAME + ":" + digest(sources);
    }

    private String baseTag() {
        return BASE_NAME + ":" + digest(List.of(baseScript()));
    }

    private Path dockerfile() {
        return grader.resolve("image").resolve("Dockerfile");
    }

    private Path baseScript() {
        return grader.resolve("image").resolve("base.sh");
    }

    private static boolean isCompiled(Path file) {
        return file.toString().endsWith(".pyc");
    }

    private String digest(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                String head = grader.relativize(file).toString().replace('\\', '/') + "\0" + content.length + "\0";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the engine has the image for the files as they are now. */
    public boolean isBuilt(Engine engine) {
        return isThere(engine, tag());
    }

    static boolean isThere(Engine engine, String tag) {
        try {
            engine.client().inspectImageCmd(tag).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Builds the image, unless it is there. The base comes from this machine's Debian tools where they are there, else from
     * a registry; it is kept, so that a change of the agents costs seconds.
     *
     * @throws LabException {@code NO_IMAGE}; the message says which ways were tried, and what came of each
     */
    public void build(Engine engine, ImageProgress progress) throws LabException, InterruptedException {
        String tag = tag();
        if (isThere(engine, tag)) {
            return;
        }
        List<String> failures = new ArrayList<>();
        String base = ownBase(engine, progress, failures);
        if (base == null) {
            base = registryBase(engine.client(), progress, failures);
        }
        if (base == null) {
            throw new LabException(LabException.Fault.NO_IMAGE, "no base image: " + String.join("; ", failures));
        }
        addAgents(engine.client(), base, tag, progress);
    }

    private @Nullable String ownBase(Engine engine, ImageProgress progress, List<String> failures)
            throws InterruptedException {
        String tag = baseTag();
        if (isThere(engine, tag)) {
            return tag;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("labo-base-");
            Path archive = folder.resolve("base.tar");
            progress.at(Phase.BASE, -1);
            runBaseScript(archive, folder.resolve("log"));
            importBase(engine.client(), archive, tag, progress);
            return tag;
        } catch (IOException | RuntimeException e) {
            failures.add("made on this machine (mmdebstrap): " + e.getMessage());
            return null;
        } finally {
            removeFolder(folder);
        }
    }

    private void runBaseScript(Path archive, Path log) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", baseScript().toString(), archive.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            script.getOutputStream().close();
            if (script.waitFor() != 0) {
                throw new IOException("base.sh ended with " + script.exitValue() + ": " + lastLines(log));
            }
        } finally {
            script.descendants().forEach(ProcessHandle::destroy);
            script.destroy();
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static void importBase(DockerClient client, Path archive, String tag, ImageProgress progress)
            throws IOException {
        long size = Files.size(archive);
        try (InputStream in = new Counted(
                new BufferedInputStream(Files.newInputStream(archive)),
                read -> progress.at(Phase.IMPORT, (double) read / size))) {
            String id = client.createImageCmd(BASE_NAME, in).exec().getId();
            client.tagImageCmd(String.valueOf(id), BASE_NAME, tag.substring(tag.indexOf(':') + 1))
                    .exec();
        }
    }

    private static void removeFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        for (String name : List.of("base.tar", "log", "")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                // In the system's temporary folder: it is cleaned by the system, if not by us.
            }
        }
    }

    /** The base image that the Dockerfile names for who has a registry. */
    private @Nullable String registryBase(DockerClient client, ImageProgress progress, List<String> failures)
            throws InterruptedException {
        String name = "";
        try {
            name = defaultBase();
            client.inspectImageCmd(name).exec();
            return name;
        } catch (NotFoundException absent) {
            return pull(client, name, progress, failures) ? name : null;
        } catch (IOException e) {
            failures.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String defaultBase() throws IOException {
        Matcher base = Pattern.compile("(?m)^ARG BASE=(\\S+)$").matcher(Files.readString(dockerfile()));
        if (!base.find()) {
            throw new IOException("the Dockerfile names no base");
        }
        return base.group(1);
    }

    private static boolean pull(DockerClient client, String name, ImageProgress progress, List<String> failures)
            throws InterruptedException {
        progress.at(Phase.PULL, -1);
        try {
            client.pullImageCmd(name)
                    .exec(new ResultCallback.Adapter<PullResponseItem>())
                    .awaitCompletion();
            client.inspectImageCmd(name).exec();
            return true;
        } catch (RuntimeException e) {
            failures.add("fetched from a registry (" + name + "): " + e.getMessage());
            return false;
        }
    }

    private void addAgents(DockerClient client, String base, String tag, ImageProgress progress)
            throws LabException, InterruptedException {
        progress.at(Phase.BUILD, 0);
        BuildListener listener = new BuildListener(progress);
        try {
            client.buildImageCmd(dockerfile().toFile())
                    .withBaseDirectory(grader.toFile())
                    .withBuildArg("BASE", base)
                    .withTags(Set.of(tag))
                    .withRemove(true)
                    .withForcerm(true)
                    .exec(listener)
                    .awaitCompletion();
        } catch (RuntimeException e) {
            throw new LabException(LabException.Fault.NO_IMAGE, "the build failed: " + e.getMessage(), e);
        }
        String failure = listener.failure.get();
        if (failure != null) {
            throw new LabException(LabException.Fault.NO_IMAGE, "the build failed: " + failure);
        }
        progress.at(Phase.BUILD, 1);
    }

    private static final class BuildListener extends ResultCallback.Adapter<BuildResponseItem> {
        private final ImageProgress progress;
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

        BuildListener(ImageProgress progress) {
            this.progress = progress;
        }

        @Override
        public void onNext(BuildResponseItem item) {
            var error = item.getErrorDetail();
            if (error != null) {
                failure.set(String.valueOf(error.getMessage()));
            }
            String text = item.getStream();
            Matcher step = STEP.matcher(text == null ? "" : text);
            if (step.find()) {
                progress.at(Phase.BUILD, (Double.parseDouble(step.group(1)) - 1) / Double.parseDouble(step.group(2)));
            }
        }
    }

    /** Tells how many octets have been read. */
    private static final class Counted extends FilterInputStream {
        private static final long EVERY = 1 << 20;

        private final java.util.function.LongConsumer listener;
        private long read;
        private long told;

        Counted(InputStream in, java.util.function.LongConsumer listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int octets = super.read(into, start, length);
            return count(octets, octets);
        }

        private int count(int result, int octets) {
            read += Math.max(octets, 0);
            if (result < 0 || read - told >= EVERY) {
                told = read;
                listener.accept(read);
            }
            return result;
        }
    }
}
