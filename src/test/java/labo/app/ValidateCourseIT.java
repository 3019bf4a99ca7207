package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole course keeps its promises, programs and live answers, in both sandboxes. Needs an engine, and fails without one. */
class ValidateCourseIT {
    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void everythingComesOutAsItSays(Sandbox sandbox) {
        RealLabo.Outcome outcome = RealLabo.run(RealLabo.HOME, "valider", "--bac", sandbox.term());
        assertThat(outcome.code()).as("%s\n%s", outcome.err(), outcome.out()).isZero();
        assertThat(outcome.out()).contains("serveur-tcp", "client-tcp", "étapes jouées", "\n0 constat");
        assertThat(outcome.out().contains("Ce que seul le noyau voit")).isEqualTo(sandbox == Sandbox.LOCAL);
    }
}
