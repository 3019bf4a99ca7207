package labo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparationsTest {
    private static final String CONNECTS = "s = socket.create_connection(('10.7.0.12', 8888))";

    private static Preparations of(Map<String, List<String>> statements) {
        return new Preparations(statements);
    }

    private static Preparations twoAlike() {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        statements.put("first", List.of(CONNECTS));
        statements.put("second", List.of("x = 1", CONNECTS));
        statements.put("third", List.of(CONNECTS));
        return of(statements);
    }

    @Test
    void whatTheLearnerTypedPreparedNothing() {
        assertThat(twoAlike().of("s.recv(10)")).isEmpty();
        assertThat(of(Map.of("first", List.of())).of("")).isEmpty();
    }

    @Test
    void stepsThatPrepareTheSameArePreparedOneAfterTheOther() {
        Preparations preparations = twoAlike();
        assertThat(preparations.of(CONNECTS)).hasValue("first");
        assertThat(preparations.of(CONNECTS)).hasValue("third");
        assertThat(preparations.of(CONNECTS)).isEmpty();
    }

    @Test
    void aPreparationOfSeveralStatementsGoesOnWhereItWas() {
        Preparations preparations = twoAlike();
        assertThat(preparations.of("x = 1")).hasValue("second");
        assertThat(preparations.of(CONNECTS)).hasValue("first");
        assertThat(preparations.of(CONNECTS)).hasValue("second");
    }
}
