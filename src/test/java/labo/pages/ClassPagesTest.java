package labo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPagesTest {
    @TempDir
    private Path folder = Path.of("");

    /** What writes some students. */
    @FunctionalInterface
    private interface Students {
        void enter(ClassOnDisk all) throws IOException;
    }

    private String index(Students students) throws IOException {
        try (var book = labo.classroom.Gradebook.open(folder.resolve("carnet.db"))) {
            ClassOnDisk all = new ClassOnDisk(book);
            students.enter(all);
            all.write(folder.resolve("pages"), Similarities.NONE);
        }
        return Files.readString(folder.resolve("pages/index.html"));
    }

    private List<Path> studentPages() throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("pages/etudiants"))) {
            return pages.sorted().toList();
        }
    }

    @Test
    void everyStudentHasARowAndAPage() throws IOException {
        String index = index(all -> {
            all.student("Zoé Martin", 100);
            all.student("Anaïs Lefèvre", 3);
            all.refused("Karim");
        });
        assertThat(studentPages()).hasSize(3);
        for (Path page : studentPages()) {
            assertThat(index).contains("href=\"etudiants/" + page.getFileName() + "\"");
        }
        assertThat(index).contains(">Zoé Martin</a>", "Refusé", "Ton serveur n’écoute que pour sa propre machine");
        assertThat(index).doesNotContain("ressemblances");
    }

    @Test
    void aStudentsPageHasTheCauseTheChecksAndTheMarkedLine() throws IOException {
        index(all -> all.student("Anaïs Lefèvre", 3));
        String page = Files.readString(studentPages().get(0));
        assertThat(page.indexOf("La cause d’abord")).isPositive().isLessThan(page.indexOf("Point par point"));
        assertThat(page)
                .contains("<code>127.0.0.1</code>", "La leçon bind", "<svg xmlns", "<dd>b'Salut'</dd>")
                .containsPattern("<tr id=\"f1-l4\" class=\"marked\">");
    }

    @Test
    void whatStudentsWriteIsEscapedEverywhere() throws IOException {
        String index = index(all -> all.student(ClassOnDisk.ATTACK, 2, ClassOnDisk.ATTACK, ClassOnDisk.ATTACK));
        String page = Files.readString(studentPages().get(0));
        for (String html : List.of(index, page)) {
            assertThat(html).doesNotContain("<img", "\u202e", "\u0000");
            assertThat(html.split("<script", -1)).as("our script alone").hasSize(2);
        }
        assertThat(studentPages().get(0).getFileName().toString()).matches("[a-z0-9-]+\\.html");
    }

    @Test
    void namesThatLookAlikeAsFilesHaveAPageEach() throws IOException {
        index(all -> {
            all.student("Zoe", 1);
            all.student("Zoé", 2);
            all.student("../../zoe", 3);
            all.student("…", 4);
        });
        assertThat(studentPages()).hasSize(4);
    }

    @Test
    void pagesMadeAgainReplaceTheOldOnes() throws IOException {
        index(all -> all.student("Zoé", 2));
        String before = Files.readString(studentPages().get(0));
        index(all -> all.student("Zoé", 100));
        assertThat(studentPages()).hasSize(1);
        assertThat(Files.readString(studentPages().get(0))).isNotEqualTo(before).contains("20/20");
    }

    @Test
    void programsThatLookAlikeStandSideBySideAndNobodyIsAccused() throws IOException, InterruptedException {
        String program = Files.readString(Path.of("solutions/serveur-tcp/right/cours.py"));
        try (var book = labo.classroom.Gradebook.open(folder.resolve("carnet.db"))) {
            ClassOnDisk all = new ClassOnDisk(book);
            all.student("Zoé", 5, program, "rien");
            all.student("Anaïs", 5, "# à moi\n" + program.replace("conn", "connexion"), "rien");
            all.student(ClassOnDisk.ATTACK, 5, ClassOnDisk.ATTACK, "rien");
            all.student("Karim", 1, "print('bonjour')\n", "rien");
            all.write(folder.resolve("pages"), new Resemblances().find(all.marks(), folder.resolve("pages")));
        }
        String index = Files.readString(folder.resolve("pages/index.html"));
        assertThat(index).contains("pas une accusation", "href=\"ressemblances/1.html\"");
        assertThat(index).doesNotContain("ressemblances/2.html", "<img");
        String pair = Files.readString(folder.resolve("pages/ressemblances/1.html"));
        assertThat(pair).contains("class=\"common\"", "# à moi", ">Zoé</a>", ">Anaïs</a>");
    }

    @Test
    void aClassWithoutMarksHasAPage() throws IOException {
        assertThat(index(all -> all.refused("Karim"))).contains("Aucun point de contrôle n’a été raté", "Refusés");
    }
}
