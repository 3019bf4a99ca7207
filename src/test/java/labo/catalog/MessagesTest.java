package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import labo.catalog.Scope.EndpointRole;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT);

    @Test
    void theBundleHasTheWordsOfEveryFaultAndNoOthers() {
        Stream<String> faults = Arrays.stream(Fault.values()).map(Fault::key);
        Stream<String> kinds = Arrays.stream(Value.Kind.values()).map(kind -> "kind-" + Messages.key(kind));
        Stream<String> roles = Arrays.stream(EndpointRole.values()).map(role -> "endpoint-" + Messages.key(role));
        assertThat(BUNDLE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(faults, kinds, roles).flatMap(keys -> keys).toList());
    }

    @Test
    void messagesKeepTheTypographyTheyAskFor() {
        for (Fault fault : Fault.values()) {
            if (fault != Fault.TYPO_ELLIPSIS) {
                assertThat(FrenchTypography.lint(fault.say("a", "b", "c", "d")))
                        .as("%s", fault)
                        .isEmpty();
            }
        }
    }

    @Test
    void numbersAreShownAsTyped() {
        assertThat(Fault.NUMBER_RANGE.say("port", 1, 65535, 70000))
                .contains("65535")
                .contains("70000");
    }
}
