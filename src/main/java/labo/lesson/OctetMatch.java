package labo.lesson;

import java.util.List;

/** What octets, or a text's UTF-8 octets, must be. */
public sealed interface OctetMatch {
    /** These and no others. */
    record Exact(Payload payload) implements OctetMatch {}

    /** These among others. */
    record Contains(Payload payload) implements OctetMatch {}

    /** One of these and no others. */
    record OneOf(List<Payload> payloads) implements OctetMatch {
        public OneOf {
            payloads = List.copyOf(payloads);
        }
    }

    /** A regular expression found in them, one character an octet; values are quoted when they are put in. */
    record Matches(String regex) implements OctetMatch {}

    /** Nothing at all. */
    record Nothing() implements OctetMatch {}

    /** All of them. */
    record All(List<OctetMatch> matches) implements OctetMatch {
        public All {
            matches = List.copyOf(matches);
        }
    }

    /** Not that. */
    record Not(OctetMatch match) implements OctetMatch {}
}
