package labo.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodeLinesTest {
    private static Call call(Source source, int thread, double start, double end, @Nullable Integer line) {
        return new Call(
                start,
                start,
                end,
                source,
                CallKind.SEND,
                "send",
                7,
                thread,
                3,
                1,
                0L,
                null,
                null,
                null,
                Call.Arguments.NONE,
                line == null ? null : new CodeLine("server.py", line));
    }

    private static Call code(int thread, double start, double end, int line) {
        return call(Source.CODE, thread, start, end, line);
    }

    private static Call kernel(int thread, double start, double end) {
        return call(Source.KERNEL, thread, start, end, null);
    }

    /** The lines that the kernel's calls get, in their order; 0 for none. */
    private static List<Integer> linesOfKernel(Event... events) {
        return CodeLines.attach(List.of(events)).stream()
                .map(Call.class::cast)
                .filter(call -> call.source() == Source.KERNEL)
                .map(Call::line)
                .map(line -> line == null ? 0 : line.line())
                .toList();
    }

    @Test
    void aKernelsCallGetsTheLineOfTheCallUnderWay() {
        assertThat(linesOfKernel(code(7, 1.0, 1.1, 12), kernel(7, 1.01, 1.02))).containsExactly(12);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        assertThat(linesOfKernel(kernel(7, 1.01, 1.02), code(7, 1.0, 1.1, 12))).containsExactly(12);
    }

    @Test
    void severalKernelsCallsMayBelongToOneCallOfTheCode() {
        assertThat(linesOfKernel(code(7, 1.0, 2.0, 12), kernel(7, 1.1, 1.2), kernel(7, 1.8, 1.9)))
                .containsExactly(12, 12);
    }

    @Test
    void anotherThreadsCallIsNotLookedAt() {
        assertThat(linesOfKernel(
                        code(7, 1.0, 2.0, 12),
                        code(8, 1.0, 2.0, 40),
                        kernel(8, 1.1, 1.2),
                        kernel(7, 1.1, 1.2),
                        kernel(9, 1.1, 1.2)))
                .containsExactly(40, 12, 0);
    }

    @Test
    void theInnermostOfNestedCallsIsMeantThoughItIsToldFirst() {
        assertThat(linesOfKernel(code(7, 1.2, 1.4, 13), code(7, 1.0, 2.0, 12), kernel(7, 1.3, 1.31)))
                .containsExactly(13);
    }

    @Test
    void theOuterCallIsMeantOnceTheInnerHasEnded() {
        assertThat(linesOfKernel(code(7, 1.2, 1.4, 13), code(7, 1.0, 2.0, 12), kernel(7, 1.7, 1.71)))
                .containsExactly(12);
    }

    @Test
    void callsThatFollowAtOnceAreToldApart() {
        assertThat(linesOfKernel(
                        code(7, 1.000_000, 1.000_020, 12),
                        code(7, 1.000_025, 1.000_045, 13),
                        kernel(7, 1.000_010, 1.000_012),
                        kernel(7, 1.000_030, 1.000_032)))
                .containsExactly(12, 13);
    }

    @Test
    void aCallJustBesideBelongsToTheNearest() {
        assertThat(linesOfKernel(
                        code(7, 1.0, 1.1, 12),
                        code(7, 1.100_04, 1.2, 13),
                        kernel(7, 0.999_99, 1.0),
                        kernel(7, 1.100_03, 1.15)))
                .containsExactly(12, 13);
    }

    @Test
    void withoutACallUnderWayTheLineStaysUnknown() {
        assertThat(linesOfKernel(code(7, 1.0, 1.1, 12), kernel(7, 0.9, 1.05), kernel(7, 1.2, 1.3)))
                .containsExactly(0, 0);
    }

    @Test
    void withoutTheHookNothingChanges() {
        List<Event> events = List.of(kernel(7, 1.0, 1.1));
        assertThat(CodeLines.attach(events)).isEqualTo(events);
    }

    @Test
    void aLineThatIsKnownIsKept() {
        Call known = call(Source.KERNEL, 7, 1.01, 1.02, 5);
        assertThat(CodeLines.attach(List.of(code(7, 1.0, 1.1, 12), known))).contains(known);
    }

    @Test
    void aFloodOfCallsIsPlacedInNoTime() {
        List<Event> flood = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            flood.add(code(7, i, i + 0.9, i));
            flood.add(kernel(7, i + 0.1, i + 0.2));
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(CodeLines.attach(flood))
                        .allSatisfy(event -> assertThat(((Call) event).line()).isNotNull()));
    }
}
