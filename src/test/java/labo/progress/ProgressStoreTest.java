package labo.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressStoreTest {
    @TempDir
    Path folder;

    private final List<Notice> notices = new ArrayList<>();

    private ProgressStore open() {
        return ProgressStore.open(folder, notices::add);
    }

    private static void done(ProgressStore store, String lesson, String step) {
        store.update(progress ->
                progress.change(lesson, 7, known -> known.with(step, new StepProgress(true, 1, 0))));
    }

    @Test
    void whatIsKeptIsThereForTheNextStart() {
        ProgressStore store = open();
        done(store, "bind", "premier-bind");
        store.update(progress -> progress.in("bind", 12)
                .change("bind", 7, known -> known.on("deux-fois", 12).ran(List.of("import socket", "x = 1\n"), 13)));
        assertThat(open().progress()).isEqualTo(store.progress());
        LessonProgress bind = open().progress().lesson("bind").orElseThrow();
        assertThat(bind.page()).isEqualTo("deux-fois");
        assertThat(bind.seed()).isEqualTo(7);
        assertThat(bind.statements()).containsExactly("import socket", "x = 1\n");
        assertThat(bind.step("premier-bind").done()).isTrue();
        assertThat(notices).isEmpty();
    }

    @Test
    void twoLabsAtOnceKeepWhatBothDid() {
        ProgressStore one = open();
        ProgressStore other = open();
        done(one, "bind", "a");
        done(other, "bind", "b");
        done(one, "listen", "c");
        Progress all = open().progress();
        assertThat(all.lesson("bind").orElseThrow().steps()).containsOnlyKeys("a", "b");
        assertThat(all.lesson("listen").orElseThrow().steps()).containsOnlyKeys("c");
    }

    @Test
    void thePlaceThatWasTakenLastWins() {
        ProgressStore one = open();
        ProgressStore other = open();
        other.update(progress -> progress.in("recv", 20));
        one.update(progress -> progress.in("bind", 10));
        assertThat(open().progress().lesson()).isEqualTo("recv");
    }

    @Test
    void processesThatWriteAtOnceLoseNothing() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("un", "deux", "trois")) {
            writers.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ProgressWriter.class.getName(),
                            folder.toString(),
                            name)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        Progress all = open().progress();
        for (String name : List.of("un", "deux", "trois")) {
            assertThat(all.lesson("commune").orElseThrow().steps().keySet())
                    .filteredOn(id -> id.startsWith(name + "-"))
                    .hasSize(ProgressWriter.STEPS);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void aDamagedFileIsKeptAside() throws IOException {
        done(open(), "bind", "a");
        Path file = folder.resolve(ProgressStore.FILE);
        Files.writeString(file, "{\"version\": 1, \"less");
        ProgressStore store = open();
        assertThat(store.progress()).isEqualTo(Progress.NONE);
        assertThat(notices).extracting(Notice::kind).containsExactly(Notice.Kind.DAMAGED);
        assertThat(folder.resolve(ProgressStore.FILE + ".abime-1")).hasContent("{\"version\": 1, \"less");
        done(store, "bind", "b");
        Files.write(file, new byte[] {(byte) 0xff, 0});
        open();
        assertThat(folder.resolve(ProgressStore.FILE + ".abime-2")).exists();
    }

    @Test
    void aLaterVersionsFileIsNotTouched() throws IOException {
        Path file = folder.resolve(ProgressStore.FILE);
        String later = "{\"version\": 2, \"tout\": \"autrement\"}";
        Files.writeString(file, later);
        ProgressStore store = open();
        done(store, "bind", "a");
        assertThat(notices).extracting(Notice::kind).containsExactly(Notice.Kind.NEWER);
        assertThat(file).hasContent(later);
        assertThat(store.progress().lesson("bind")).isPresent();
    }

    @Test
    void whatCannotBeWrittenIsSaidOnceKeptAndWrittenLater() throws IOException {
        Path state = folder.resolve("etat");
        Files.writeString(state, "un fichier, pas un dossier");
        ProgressStore store = ProgressStore.open(state, notices::add);
        notices.clear();
        done(store, "bind", "a");
        done(store, "bind", "b");
        Files.delete(state);
        done(store, "bind", "c");
        assertThat(notices).extracting(Notice::kind).contains(Notice.Kind.SAVED_AGAIN);
        assertThat(notices).filteredOn(notice -> notice.kind() == Notice.Kind.UNSAVED).hasSizeLessThan(2);
        Progress kept = ProgressStore.open(state, notices::add).progress();
        assertThat(kept.lesson("bind").orElseThrow().steps()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void nothingButTheFileAndItsLockIsLeft() throws IOException {
        done(open(), "bind", "a");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(ProgressStore.FILE, ".progression.verrou");
        }
    }

    @Test
    void theFolderFollowsEachSystemsCustom() {
        Path home = Path.of("/home/ada");
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/etat"), "Linux", home))
                .isEqualTo(Path.of("/etat/labo-sockets"));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "relatif"), "Linux", home))
                .isEqualTo(home.resolve(".local/state/labo-sockets"));
        assertThat(StateFolder.of(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/labo-sockets"));
        assertThat(StateFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", home))
                .isEqualTo(Path.of("/local/labo-sockets"));
    }
}
