package labo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. */
@AnalyzeClasses(packages = "labo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LESSON = room("lesson");

    @ArchTest
    static final ArchRule OBSERVE = room("observe");

    @ArchTest
    static final ArchRule CHECK = room("check", "lesson", "observe");

    @ArchTest
    static final ArchRule DIAGNOSE = room("diagnose", "lesson", "observe", "check");

    @ArchTest
    static final ArchRule CATALOG = room("catalog", "lesson");

    @ArchTest
    static final ArchRule MACHINE = room("machine", "lesson", "observe");

    @ArchTest
    static final ArchRule GRADE = room("grade", "lesson", "observe", "check", "diagnose", "machine");

    @ArchTest
    static final ArchRule SEQUENCE = room("sequence", "observe");

    @ArchTest
    static final ArchRule REPORT = room("report", "grade", "check", "diagnose", "lesson", "observe", "sequence");

    @ArchTest
    static final ArchRule PROGRESS = room("progress");

    @ArchTest
    static final ArchRule LIVE = room("live", "lesson", "observe", "check", "diagnose", "machine", "grade");

    @ArchTest
    static final ArchRule SHELL = room(
            "shell",
            "lesson",
            "observe",
            "live",
            "grade",
            "report",
            "sequence",
            "diagnose",
            "check",
            "machine",
            "progress");

    @ArchTest
    static final ArchRule CLASSROOM =
            room("classroom", "lesson", "observe", "check", "diagnose", "machine", "grade", "report");

    @ArchTest
    static final ArchRule PAGES = room("pages", "classroom", "report", "lesson", "similarity");

    @ArchTest
    static final ArchRule SIMILARITY = room("similarity");

    @ArchTest
    static final ArchRule COMPARING = only("labo.similarity..").mayUse("de.jplag..");

    @ArchTest
    static final ArchRule TEMPLATES = only("labo.pages..").mayUse("gg.jte..");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_WIRED_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("labo.app..", "labo.machine.docker..", "labo.machine.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("labo.machine.docker..", "labo.machine.local..");

    @ArchTest
    static final ArchRule CONTAINERS =
            only("labo.machine.docker..").mayUse("org.testcontainers..", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule LINE_EDITOR = only("labo.shell..").mayUse("org.jline..");

    @ArchTest
    static final ArchRule COMMAND_LINE = only("labo.app..").mayUse("picocli..");

    @ArchTest
    static final ArchRule JSON = only(
                    "labo.machine..",
                    "labo.live..",
                    "labo.report..",
                    "labo.app..",
                    "labo.progress..",
                    "labo.classroom..",
                    "labo.pages..",
                    "labo.similarity..")
            .mayUse("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule SHEETS_AND_BOOKS =
            only("labo.classroom..").mayUse("org.apache.commons.csv..", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule STREAMS_OF_THE_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackages("labo.app..", "labo.shell..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NO_SLEEP = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "Thread.sleep",
                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")));

    @ArchTest
    static final ArchRule NO_LOGGING =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..");

    @ArchTest
    static void everyPackageDeclaresItsNulls(JavaClasses ours) {
        Stream<JavaPackage> packages = ours.stream()
                .filter(type -> type.getPackageName().startsWith("labo."))
                .map(JavaClass::getPackage)
                .distinct();
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue());
    }

    /** A room knows itself and these; what is not ours is ruled elsewhere. */
    private static ArchRule room(String name, String... known) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(known))
                .map(room -> "labo." + room + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideInAPackage("labo..");
        return classes()
                .that()
                .resideInAPackage("labo." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(ours).or(JavaClass.Predicates.resideInAnyPackage(allowed)));
    }

    private static Users only(String... rooms) {
        return new Users(List.of(rooms));
    }

    /** The only rooms that may use a library. */
    private record Users(List<String> rooms) {
        ArchRule mayUse(String... libraries) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(rooms.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(libraries)
                    .allowEmptyShould(true);
        }
    }
}
