package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseListTest {
    @Test
    void theNewLessonComesLastAndAllElseStays() {
        String yaml = """
                # Le cours é 🎓.
                title: "Un cours"  # son titre
                lessons:
                    - un   # la première
                    - "deux" # la seconde

                # Fin.
                """;
        assertThat(CourseList.plus(yaml, "trois")).contains("""
                # Le cours é 🎓.
                title: "Un cours"  # son titre
                lessons:
                    - un   # la première
                    - "deux" # la seconde
                    - trois

                # Fin.
                """);
    }

    @Test
    void aListThatIsNotTheLastKeyGrowsToo() {
        assertThat(CourseList.plus("lessons:\n- un\ntitle: \"é\"\n", "deux"))
                .contains("lessons:\n- un\n- deux\ntitle: \"é\"\n");
    }

    @Test
    void aListOnOneLineGrowsOnIt() {
        assertThat(CourseList.plus("title: \"🎓\"\nlessons: [un, deux] # deux\n", "trois"))
                .contains("title: \"🎓\"\nlessons: [un, deux, trois] # deux\n");
    }

    @Test
    void aFileWithoutALastLineFeedGrows() {
        assertThat(CourseList.plus("lessons:\n  - un", "deux")).contains("lessons:\n  - un\n  - deux");
    }

    @Test
    void aListOfNothingBegins() {
        assertThat(CourseList.plus("title: \"a\"\nlessons:\n", "un")).contains("title: \"a\"\nlessons:\n  - un\n");
    }

    @Test
    void whatIsNoListIsLeftAlone() {
        assertThat(CourseList.plus("title: \"a\"\n", "un")).isEmpty();
        assertThat(CourseList.plus("lessons: [\n", "un")).isEmpty();
        assertThat(CourseList.plus("lessons: []\n", "un")).isEmpty();
        assertThat(CourseList.plus("lessons: un\n", "deux")).isEmpty();
    }
}
