package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import labo.lesson.Expectation;
import labo.observe.Scan;
import labo.observe.ScanBuilder;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnCallsCheckTest {
    private static final Check CHECK = Check.of(new Expectation.OwnCalls(List.of("socketserver", "http")));

    private static Timeline of(Scan scan) {
        return TimelineBuilder.program("server.py").scan(scan).build();
    }

    @Test
    void passesAProgramThatImportsNoneOfThem() {
        assertThat(CHECK.examine(of(ScanBuilder.source()
                        .imports("socket", 1)
                        .imports("httplib", 2)
                        .build())))
                .isEqualTo(new Verdict.Passed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "http.server", "socketserver"})
    void namesTheModuleAndItsLine(String module) {
        Scan scan = ScanBuilder.source().imports("socket", 1).imports(module, 2).build();
        assertThat(CHECK.examine(of(scan)))
                .isEqualTo(new Verdict.Failed(
                        "le programme fait les appels lui-même",
                        "il importe `" + module + "`, qui les fait à sa place",
                        null,
                        2));
    }

    @Test
    void passesNoSourceWithMoreImportsThanCanBeTold() {
        ScanBuilder source = ScanBuilder.source();
        for (int line = 1; line < 400; line++) {
            source.imports("os", line);
        }
        assertThat(CHECK.examine(of(source.build()))).isEqualTo(new Verdict.Passed());
        assertThat(CHECK.examine(of(source.imports("os", 400).build())))
                .isEqualTo(new Verdict.Failed(
                        "le programme fait les appels lui-même",
                        "il importe tant de modules qu’on ne peut les lire tous",
                        null,
                        null));
    }

    @Test
    void passesNoSourceThatCannotBeRead() {
        assertThat(CHECK.examine(
                        of(ScanBuilder.source().fault("invalid syntax", 4).build())))
                .isEqualTo(new Verdict.Failed(
                        "le programme fait les appels lui-même",
                        "le programme ne se lit pas\u00A0: invalid syntax",
                        null,
                        4));
    }

    @Test
    void passesNothingWhereNothingWasObserved() {
        assertThat(CHECK.examine(Timelines.EMPTY)).isInstanceOf(Verdict.Failed.class);
        assertThat(CHECK.examine(
                        Timelines.of(Timelines.TRACED, ScanBuilder.source().build())))
                .isInstanceOf(Verdict.Failed.class);
    }
}
