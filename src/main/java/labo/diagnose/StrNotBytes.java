package labo.diagnose;

import java.util.Optional;

/** A text is sent where octets are wanted. */
final class StrNotBytes implements Misconception {
    @Override
    public String id() {
        return "str-not-bytes";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("TypeError")
                        && !fault.swallowed()
                        && (fault.says("a bytes-like object is required, not 'str'")
                                || fault.says("string argument without an encoding")
                                || fault.says("can't concat str to bytes")
                                || fault.says("can only concatenate str (not \"bytes\")")))
                .map(fault -> Finding.at(fault));
    }
}
