package labo.observe;

import java.util.List;

/** Searches in calls that are in order of their starts. Pure. */
public final class CallOrder {
    private CallOrder() {}

    /**
     * How many of them have started by then.
     *
     * @param calls in order of their starts
     * @param time seconds since the epoch
     */
    public static int startedBy(List<Call> calls, double time) {
        int low = 0;
        int high = calls.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (calls.get(middle).start() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
