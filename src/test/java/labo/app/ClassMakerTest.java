package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import labo.classroom.Collected;
import labo.classroom.HandIn;
import labo.classroom.intake.Intake;
import labo.lesson.Exercise;
import labo.observe.Octets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One class in each form gives the same programs of the same students; so what is graded does not depend on the form. */
class ClassMakerTest {
    private static final int SIZE = 60;

    @TempDir
    private Path folder = Path.of("");

    private Map<String, Collected> collected(ClassForm form) throws IOException {
        Exercise exercise = RealLabo.course().exercise("serveur-tcp").orElseThrow();
        Map<String, Collected> byKey = new HashMap<>();
        try (Intake intake = Intake.open(new ClassMaker(form).make(folder, SIZE), exercise)) {
            for (HandIn handIn : intake.handIns()) {
                byKey.put(handIn.student().key(), handIn.collect());
            }
        }
        return byKey;
    }

    private static String key(ClassForm form, int number) {
        String name = ClassMaker.name(form, number);
        if (form == ClassForm.CLONES) {
            return "tp-" + name;
        }
        return form.numbered() ? String.valueOf(ClassMaker.id(number)) : name;
    }

    @ParameterizedTest
    @EnumSource
    void everyFormGivesTheSameProgramsOfTheSameStudents(ClassForm form) throws IOException {
        Map<String, Collected> byKey = collected(form);
        assertThat(byKey).hasSize(SIZE);
        int refused = 0;
        for (int i = 0; i < SIZE; i++) {
            ClassMaker.Kind kind = ClassMaker.Kind.of(i);
            if (kind == ClassMaker.Kind.LEADING_OUT || (kind == ClassMaker.Kind.EMPTY && form.hasFolders())) {
                refused++;
            } else {
                holds(form, i, byKey.get(key(form, i)));
            }
        }
        assertThat(byKey.values().stream().filter(Collected.Refused.class::isInstance))
                .hasSize(refused);
    }

    private static void holds(ClassForm form, int number, @Nullable Collected collected) throws IOException {
        ClassMaker.Kind kind = ClassMaker.Kind.of(number);
        assertThat(collected).as("%s of %s", kind, key(form, number)).isInstanceOf(Collected.Ready.class);
        Collected.Ready ready = (Collected.Ready) Objects.requireNonNull(collected);
        assertThat(ready.submission().files().values())
                .extracting(Octets::text)
                .containsExactly(ClassMaker.program(number));
        // A clone's files are as old as its cloning.
        assertThat(String.valueOf(ready.handedIn()))
                .startsWith(form == ClassForm.CLONES ? "null" : kind.isLate() ? "2026-12-03" : "2026-11-20");
    }
}
