package labo.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import labo.classroom.ClassFixture;
import labo.classroom.Collected;
import labo.classroom.HandIn;
import labo.classroom.Student;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final String PROGRAM = "print('bonjour')\n";
    private static final String LINK_TARGET = "/etc/passwd";
    private static final int LINK_MODE = 0120777;

    @TempDir
    private Path folder = Path.of("");

    /** What was collected, by name. */
    private record Found(Map<String, Collected> byName) {
        Collected get(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }
    }

    private static Found collected(Path source) throws IOException {
        Map<String, Collected> all = new LinkedHashMap<>();
        try (Intake intake = Intake.open(source, ClassFixture.EXERCISE)) {
            for (HandIn handIn : intake.handIns()) {
                all.put(handIn.student().name(), handIn.collect());
            }
        }
        return new Found(all);
    }

    private static Collected.Ready ready(Collected collected) {
        assertThat(collected).as("%s", collected.remarks()).isInstanceOf(Collected.Ready.class);
        return (Collected.Ready) collected;
    }

    private static String text(Collected collected, String file) {
        return String.valueOf(
                ready(collected).submission().files().get(file) == null
                        ? null
                        : new String(bytes(collected, file), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Collected collected, String file) {
        var octets = ready(collected).submission().files().get(file);
        return octets == null ? new byte[0] : octets.toArray();
    }

    private static String refusal(Collected collected) {
        assertThat(collected).isInstanceOf(Collected.Refused.class);
        return ((Collected.Refused) collected).reason();
    }

    private Path write(String path, String content) throws IOException {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String path, byte[] content) throws IOException {
        Path file = folder.resolve("classe").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, content);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        return Files.write(folder.resolve("classe.zip"), zipped(entries, StandardCharsets.UTF_8));
    }

    private static byte[] zipped(Map<String, String> entries, Charset names) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, names)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return octets.toByteArray();
    }

    /** Each form of download, as a folder and as a zip, gives the same student and the same program. */
    @ParameterizedTest
    @CsvSource({
        "dupont/server.py, dupont, , server.py",
        "Zoé Élan/tp final/server.py, Zoé Élan, , server.py",
        "dupont.py, dupont, , dupont.py",
        "Zoé Élan_900110_assignsubmission_file/server.py, Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_file_/server.py, Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_file_/src/server.py, Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_file_server.py, Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_file_a_12_assignsubmission_file_b.py, Zoé Élan, 900110,"
                + " a_12_assignsubmission_file_b.py",
        "Groupe par défaut_assignsubmission_file/server.py, Groupe par défaut, , server.py",
        "Zoé Élan_900110_assignsubmission_file_mon_programme.py, Zoé Élan, 900110, mon_programme.py",
        "Participant_900110_assignsubmission_file/server.py, Participant, 900110, server.py",
        "Groupe A-Zoé Élan_900110_assignsubmission_file_/server.py, Groupe A-Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_onlinetext/onlinetext.html, Zoé Élan, 900110, server.py",
        "Zoé Élan_900110_assignsubmission_onlinetext_onlinetext.html, Zoé Élan, 900110, server.py",
    })
    void everyFormIsUnderstood(String path, String name, String id, String main) throws IOException {
        Path plain = write(path, PROGRAM);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(path, PROGRAM);
        for (Path source : new Path[] {folder.resolve("classe"), zip(entries)}) {
            try (Intake intake = Intake.open(source, ClassFixture.EXERCISE)) {
                assertThat(intake.handIns())
                        .extracting(HandIn::student)
                        .containsExactly(new Student(id == null ? name : id, name, id));
                assertThat(ready(intake.handIns().get(0).collect()).submission().main())
                        .isEqualTo(main);
            }
        }
        for (Path source : new Path[] {folder.resolve("classe"), folder.resolve("classe.zip")}) {
            assertThat(text(collected(source).get(name), main)).isEqualTo(PROGRAM);
        }
        assertThat(plain).exists();
    }

    /** Where names are hidden, everybody's is Participant. */
    @Test
    void thoseOfOneNameAreToldApartByTheirNumbers() throws IOException {
        write("Participant_900110_assignsubmission_file/server.py", PROGRAM);
        write("Participant_900111_assignsubmission_file/server.py", PROGRAM);
        write("Zoé Élan_900112_assignsubmission_file/server.py", PROGRAM);
        assertThat(collected(folder.resolve("classe")).byName())
                .containsOnlyKeys("Participant 900110", "Participant 900111", "Zoé Élan");
    }

    @Test
    void aFolderAroundTheClassIsLookedThrough() throws IOException {
        Path source = zip(Map.of("tp1/a/server.py", PROGRAM, "tp1/b/server.py", PROGRAM, "tp1/consignes.pdf", "x"));
        assertThat(collected(source).byName()).containsOnlyKeys("a", "b");
    }

    @Test
    void aCloneIsReadWithoutWhatIsHiddenAndHasNoDate() throws IOException {
        write("tp-ana/.git/HEAD", "ref: refs/heads/main");
        write("tp-ana/.github/classroom/test.py", "non");
        write("tp-ana/.venv/lib/site.py", "non");
        write("tp-ana/__pycache__/x.py", "non");
        write("tp-ana/server.py", "import outils");
        write("tp-ana/outils.py", "");
        write("tp-bob/server.py", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(all.byName()).containsOnlyKeys("tp-ana", "tp-bob");
        Collected.Ready ana = ready(all.get("tp-ana"));
        assertThat(ana.submission().files()).containsOnlyKeys("server.py", "outils.py");
        assertThat(ana.handedIn()).isNull();
        assertThat(ready(all.get("tp-bob")).handedIn()).isNotNull();
    }

    @Test
    void ownModulesGoAlongAsSeenFromTheProgram() throws IOException {
        write("a/tp/server.py", "import outils, paquet.moi");
        write("a/tp/outils.py", "");
        write("a/tp/paquet/moi.py", "");
        write("a/autre/perdu.py", "");
        write("b/server.py", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(ready(all.get("a")).submission().files())
                .containsOnlyKeys("server.py", "outils.py", "paquet/moi.py");
    }

    @Test
    void theNearestNameIsTakenAndSaid() throws IOException {
        write("a/mon_serveur.py", PROGRAM);
        write("a/brouillon.py", "");
        write("b/Server (1).PY", PROGRAM);
        write("b/zut.py", "");
        write("c/seul.py", PROGRAM);
        write("d/server.py.txt", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(ready(all.get("a")).submission().main()).isEqualTo("mon_serveur.py");
        assertThat(all.get("a").remarks()).singleElement().asString().contains("mon_serveur.py", "2");
        assertThat(ready(all.get("b")).submission().main()).isEqualTo("Server (1).PY");
        assertThat(ready(all.get("c")).submission().main()).isEqualTo("seul.py");
        assertThat(all.get("c").remarks()).singleElement().asString().contains("seul.py", "server.py");
        assertThat(text(all.get("d"), "server.py")).isEqualTo(PROGRAM);
    }

    @Test
    void everyEncodingIsMadeReadableAndSaid() throws IOException {
        String accents = "# é\nprint('é')\n";
        write("bom/server.py", "\uFEFF" + accents);
        write("crlf/server.py", accents.replace("\n", "\r\n"));
        write("declared/server.py", ("# -*- coding: latin-1 -*-\n" + accents).getBytes(StandardCharsets.ISO_8859_1));
        write("latin/server.py", accents.getBytes(StandardCharsets.ISO_8859_1));
        write("utf16/server.py", ("\uFEFF" + accents).getBytes(StandardCharsets.UTF_16LE));
        Found all = collected(folder.resolve("classe"));
        assertThat(text(all.get("bom"), "server.py")).isEqualTo("\uFEFF" + accents);
        assertThat(text(all.get("crlf"), "server.py")).isEqualTo(accents.replace("\n", "\r\n"));
        assertThat(new String(bytes(all.get("declared"), "server.py"), StandardCharsets.ISO_8859_1))
                .endsWith(accents);
        assertThat(text(all.get("latin"), "server.py")).isEqualTo(accents);
        assertThat(text(all.get("utf16"), "server.py")).isEqualTo(accents);
        assertThat(all.get("bom").remarks()).isEmpty();
        assertThat(all.get("latin").remarks()).singleElement().asString().contains("server.py");
        assertThat(all.get("utf16").remarks()).singleElement().asString().contains("UTF-16");
    }

    @Test
    void aProgramTypedIntoMoodleIsTakenOutOfItsHtml() throws IOException {
        write(
                "Zoé_7_assignsubmission_onlinetext/onlinetext.html",
                "<p>import socket<br />if a &lt; 1 &amp;&amp; b:<br>&nbsp; &nbsp; print(&quot;&eacute;&#233;&quot;)</p>");
        assertThat(text(collected(folder.resolve("classe")).get("Zoé"), "server.py"))
                .isEqualTo("import socket\nif a < 1 && b:\n    print(\"éé\")\n");
    }

    @Test
    void aStudentsOwnArchiveIsLookedThrough() throws IOException {
        write("a/tp.zip", zipped(Map.of("tp/server.py", PROGRAM, "tp/outils.py", ""), StandardCharsets.UTF_8));
        write("b.zip", zipped(Map.of("server.py", PROGRAM), StandardCharsets.UTF_8));
        Found all = collected(folder.resolve("classe"));
        assertThat(ready(all.get("a")).submission().files()).containsOnlyKeys("server.py", "outils.py");
        assertThat(text(all.get("b"), "server.py")).isEqualTo(PROGRAM);
    }

    @Test
    void namesOfAnOldWindowsArchiveAreRead() throws IOException {
        Path old = Files.write(
                folder.resolve("vieux.zip"),
                zipped(Map.of("Zoé Élan/server.py", PROGRAM, "ana/server.py", PROGRAM), Charset.forName("IBM850")));
        assertThat(collected(old).byName()).containsOnlyKeys("Zoé Élan", "ana");
    }

    /** As an archive of Windows leaves them on a disk that was told nothing of its encoding. */
    @Test
    void namesThatAreNotOfTheLocalesEncodingStayApart() throws Exception {
        Files.createDirectories(folder.resolve("classe"));
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "for name in 'Zo\\351' 'Zo\\350' 'ana+100%%41'; do"
                                + " one=$(printf \"$name\"); mkdir \"$one\"; echo 1 > \"$one/server.py\"; done")
                .directory(folder.resolve("classe").toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).isZero();
        Found all = collected(folder.resolve("classe"));
        assertThat(all.byName()).containsOnlyKeys("Zoé", "Zoè", "ana+100%41");
        assertThat(text(all.get("Zoé"), "server.py")).isEqualTo("1\n");
    }

    @Test
    void whatLeadsOutIsRefusedByNameAndTheRestIsRead() throws IOException {
        Path source = zip(Map.of(
                "ana/server.py", PROGRAM,
                "bob/../../dehors.py", PROGRAM,
                "/etc/cron.d/moi.py", PROGRAM,
                "../avant.py", PROGRAM,
                "C:\\Windows\\x.py", PROGRAM));
        Found all = collected(source);
        assertThat(ready(all.get("ana")).submission().main()).isEqualTo("server.py");
        assertThat(refusal(all.get("bob"))).contains("../../dehors.py");
        assertThat(refusal(all.get("/etc/cron.d/moi.py"))).contains("/etc/cron.d/moi.py");
        assertThat(refusal(all.get("../avant.py"))).contains("../avant.py");
        assertThat(refusal(all.get("C:/Windows/x.py"))).contains("C:/Windows/x.py");
        assertThat(all.byName()).hasSize(5);
    }

    @Test
    void aStudentsArchiveThatLeadsOutIsRefused() throws IOException {
        write("a/tp.zip", zipped(Map.of("../../server.py", PROGRAM), StandardCharsets.UTF_8));
        assertThat(refusal(collected(folder.resolve("classe")).get("a"))).contains("tp.zip/../../server.py");
    }

    @Test
    void linksAreNeverFollowed() throws IOException {
        write("a/lisez.md", "x");
        Files.createSymbolicLink(folder.resolve("classe/a/server.py"), Path.of(LINK_TARGET));
        write("b/server.py", PROGRAM);
        Files.createSymbolicLink(folder.resolve("classe/b/docs"), Path.of("/etc"));
        Found all = collected(folder.resolve("classe"));
        assertThat(refusal(all.get("a"))).contains("server.py");
        assertThat(ready(all.get("b")).submission().files()).containsOnlyKeys("server.py");
        assertThat(all.get("b").remarks()).singleElement().asString().contains("docs");
    }

    @Test
    void linksInAnArchiveAreNeverFollowed() throws IOException {
        Path source = folder.resolve("liens.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(source)) {
            ZipArchiveEntry link = new ZipArchiveEntry("a/server.py");
            link.setUnixMode(LINK_MODE);
            zip.putArchiveEntry(link);
            zip.write(LINK_TARGET.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
            zip.putArchiveEntry(new ZipArchiveEntry("b/server.py"));
            zip.write(PROGRAM.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        Found all = collected(source);
        assertThat(refusal(all.get("a"))).contains("a/server.py".substring(2));
        assertThat(text(all.get("b"), "server.py")).isEqualTo(PROGRAM);
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        Path source = folder.resolve("doubles.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(source)) {
            for (String name : Arrays.asList("a/server.py", "a/server.py", "b/server.py")) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(PROGRAM.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        Found all = collected(source);
        assertThat(refusal(all.get("a"))).contains("server.py");
        assertThat(text(all.get("b"), "server.py")).isEqualTo(PROGRAM);
    }

    @Test
    void bombsAreRefusedWithoutBeingUnpacked() throws IOException {
        String huge = "#".repeat(64 << 20);
        Path source = zip(Map.of("a/server.py", huge, "b/server.py", PROGRAM));
        Found all = collected(source);
        assertThat(refusal(all.get("a"))).contains("server.py", "1024");
        assertThat(text(all.get("b"), "server.py")).isEqualTo(PROGRAM);
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= Unpacking.MOST_ENTRIES; i++) {
            many.put(i + ".py", "");
        }
        write("c/tp.zip", zipped(many, StandardCharsets.UTF_8));
        write("d/tp.zip", new byte[Unpacking.MOST_ARCHIVE + 1]);
        Found others = collected(folder.resolve("classe"));
        assertThat(refusal(others.get("c"))).contains("tp.zip", "000");
        assertThat(refusal(others.get("d"))).contains("tp.zip", "16");
    }

    @Test
    void anArchiveCutShortIsRefusedWithItsName() throws IOException {
        byte[] whole = zipped(Map.of("server.py", PROGRAM.repeat(100)), StandardCharsets.UTF_8);
        write("a/tp.zip", Arrays.copyOf(whole, whole.length / 2));
        write("b/server.py", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(refusal(all.get("a"))).contains("tp.zip");
        assertThat(ready(all.get("b")).submission().main()).isEqualTo("server.py");
        Path cut = Files.write(folder.resolve("coupe.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Intake.open(cut, ClassFixture.EXERCISE)).isInstanceOf(IOException.class);
    }

    @Test
    void whatHoldsNoProgramSaysWhatItHolds() throws IOException {
        Files.createDirectories(folder.resolve("classe/a"));
        write("b/rapport.pdf", "x");
        write("c/tp.rar", "x");
        write("d/server.py", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(refusal(all.get("a"))).contains("vide");
        assertThat(refusal(all.get("b"))).contains("rapport.pdf");
        assertThat(refusal(all.get("c"))).contains("tp.rar", "zip");
    }

    @Test
    void aNameThatCouldDoHarmIsReplaced() throws IOException {
        write("a/-c print(1).py", PROGRAM);
        write("b/x\u001b[2J.py", PROGRAM);
        Found all = collected(folder.resolve("classe"));
        assertThat(ready(all.get("a")).submission().main()).isEqualTo("server.py");
        assertThat(ready(all.get("b")).submission().main()).isEqualTo("server.py");
    }
}
