package labo.observe;

/** What the learner's interpreter or source told, beside the calls on sockets; it explains, and nothing is judged by it. */
public sealed interface CodeEvent extends Event permits Entered, Raised, Scan, Evaluated {
    @Override
    default MachineName machine() {
        return MachineName.A;
    }

    @Override
    default Source source() {
        return Source.CODE;
    }
}
