package labo.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a script and its checks may refer to: the values' names, and machine B's endpoints opened so far.
 *
 * @param endpoints what each is, by name; it grows as a script is read
 */
record Scope(Names names, Map<String, EndpointRole> endpoints) {
    /** What an endpoint of machine B is. */
    enum EndpointRole {
        LISTENER,
        CONNECTION,
        DATAGRAMS;

        /** In French, after « un point ». */
        String words() {
            return Messages.say("endpoint-" + Messages.key(this));
        }
    }

    static Scope of(Names names) {
        return new Scope(names, new LinkedHashMap<>());
    }

    Scope with(Names other) {
        return new Scope(other, endpoints);
    }

    /** Reports {@code name} if no endpoint has it. */
    void checkEndpoint(Value name) {
        String word = name.text();
        if (!word.isBlank() && !endpoints.containsKey(word)) {
            name.problems().error(name.line(), Fault.ENDPOINT_UNKNOWN, word);
        }
    }
}
