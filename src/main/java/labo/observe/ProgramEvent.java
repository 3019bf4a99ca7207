package labo.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the agent saw of the learner's program as a process. */
public sealed interface ProgramEvent extends Event {
    @Override
    default MachineName machine() {
        return MachineName.A;
    }

    @Override
    default Source source() {
        return Source.PROGRAM;
    }

    /** The program was started. */
    record Started(double time, int process) implements ProgramEvent {
        @Override
        public String kind() {
            return "started";
        }

        @Override
        public Map<String, Object> detail() {
            return new Detail().with("process", process).map();
        }
    }

    /** It wrote on stdout, or on stderr. */
    record Wrote(double time, boolean error, Octets data) implements ProgramEvent {
        @Override
        public String kind() {
            return error ? "stderr" : "stdout";
        }

        @Override
        public Map<String, Object> detail() {
            return new Detail().with("text", data.text()).map();
        }
    }

    /**
     * It hit a limit.
     *
     * @param name {@code wall cpu memory processes files output fileSize events spin}
     * @param value the limit, in its own unit
     */
    record LimitHit(double time, String name, long value) implements ProgramEvent {
        @Override
        public String kind() {
            return "limit";
        }

        @Override
        public Map<String, Object> detail() {
            return new Detail().with("name", name).with("value", value).map();
        }
    }

    /**
     * It ended.
     *
     * @param code its exit code, unless a signal ended it
     * @param signal the signal's name ({@code SIGKILL}), if one ended it
     * @param stopped whether the lab ended it
     */
    record Exited(
            double time, @Nullable Integer code, @Nullable String signal, boolean stopped) implements ProgramEvent {
        @Override
        public String kind() {
            return "exit";
        }

        @Override
        public Map<String, Object> detail() {
            return new Detail()
                    .with("code", code)
                    .with("signal", signal)
                    .with("stopped", stopped)
                    .map();
        }
    }
}
