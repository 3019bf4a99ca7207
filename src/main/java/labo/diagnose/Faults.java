package labo.diagnose;

import labo.observe.Call;
import labo.observe.Endpoint;
import org.jspecify.annotations.Nullable;

/** What the texts say of a fault's address. */
final class Faults {
    private Faults() {}

    static String address(Fault fault) {
        Endpoint address = endpoint(fault);
        return address == null ? "?" : address.host();
    }

    static String port(Fault fault) {
        Endpoint address = endpoint(fault);
        return address == null ? "?" : String.valueOf(address.port());
    }

    private static @Nullable Endpoint endpoint(Fault fault) {
        Call call = fault.call();
        return call == null ? null : call.arguments().address();
    }
}
