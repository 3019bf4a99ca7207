package labo.diagnose;

import java.util.Optional;

/** A client that leaves takes the server with it. */
final class DiesWithClient implements Misconception {
    @Override
    public String id() {
        return "dies-with-client";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> observed.server()
                        && fault.is("BrokenPipeError", "ConnectionResetError", "ConnectionAbortedError"))
                .map(fault -> Finding.at(fault, fault.exception()));
    }
}
