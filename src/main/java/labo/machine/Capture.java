package labo.machine;

import java.util.Map;

/** What a capture keeps of each packet. */
public enum Capture {
    /** What its headers say, and its first octets: enough for every judgement. */
    PACKETS,
    /** The whole frame too: what a capture file holds. */
    FRAMES;

    /** What machine B is asked so that it begins. */
    public Map<String, Object> request() {
        return this == FRAMES ? Map.of("on", true, "frames", true) : Map.of("on", true);
    }
}
