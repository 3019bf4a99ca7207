package labo.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the known facts of an event, in order; what is not known is left out. */
final class Detail {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Detail with(String name, @Nullable Object value) {
        if (value instanceof Endpoint endpoint) {
            return with(name, endpoint.host()).with(portNameOf(name), endpoint.port());
        }
        if (value instanceof Octets octets) {
            facts.put(name, octets.python());
        } else if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    private static String portNameOf(String name) {
        return "address".equals(name) ? "port" : name + "Port";
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(facts);
    }
}
