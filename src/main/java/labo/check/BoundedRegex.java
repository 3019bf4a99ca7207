package labo.check;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A search that gives up after so many steps: a learner's octets must not make a pattern run for ever. */
final class BoundedRegex {
    private static final int STEPS = 5_000_000;

    private BoundedRegex() {}

    /**
     * Whether the pattern is found.
     *
     * @throws TooLong if the search would take too long to tell
     */
    static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new AtomicInteger()))
                    .find();
        } catch (StackOverflowError tooDeep) {
            throw new TooLong();
        }
    }

    /** Nobody knows whether the pattern is found: neither a pattern nor its negation may be taken for fulfilled. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
    private record Counted(String text, int from, int to, AtomicInteger steps) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > STEPS) {
                throw new TooLong();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, steps);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
