package labo.diagnose;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.observe.CallKind;

/** The server is bound to the loopback address: nobody else can come. */
final class BindLoopbackOnly implements Misconception {
    /** 127.0.0.11 is machine A's own address in the local sandbox. */
    private static final Pattern LOOPBACK = Pattern.compile("^(localhost|::1|127\\.0\\.0\\.1)$");

    @Override
    public String id() {
        return "bind-loopback-only";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.successes(CallKind.BIND).stream()
                .filter(call -> observed.server())
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> LOOPBACK.matcher(address.host()).find())
                        .map(address -> Finding.at(call, address.host())))
                .findFirst();
    }
}
