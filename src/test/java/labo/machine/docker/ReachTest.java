package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import labo.machine.AgentRefusal;
import labo.machine.FakeAgent;
import labo.machine.LabException;
import labo.machine.LabException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachTest {
    private static FakeAgent answers(String error) {
        return new FakeAgent((op, parameters) -> {
            assertThat(op).isEqualTo("play");
            throw new AgentRefusal(error, "at port " + parameters.path("step").path("port"));
        });
    }

    @Test
    void toBeTurnedAwayIsToBeHeard() throws Exception {
        Reach.check(answers("refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable", "failed", "timeout"})
    void machinesThatDoNotHearEachOtherAreApart(String error) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> Reach.check(answers(error)))
                .matches(fault -> fault.fault() == Fault.APART)
                .withMessageContaining(error);
    }
}
