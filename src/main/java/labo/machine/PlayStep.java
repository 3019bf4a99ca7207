package labo.machine;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import org.jspecify.annotations.Nullable;

/** Writes a step of machine B as {@code grader/PROTOCOL.md} has it. */
public final class PlayStep {
    private PlayStep() {}

    /** The step as the parameters of {@code play}; empty for steps that the lab itself takes. */
    public static Optional<Map<String, Object>> of(ScriptStep step) {
        return Optional.ofNullable(parameters(step));
    }

    private static @Nullable Map<String, Object> parameters(ScriptStep step) {
        if (step instanceof ScriptStep.Connect connect) {
            return step(
                    "connect",
                    connect.as(),
                    "port",
                    port(connect.port()),
                    "reading",
                    reading(connect.eager()),
                    "receiveBuffer",
                    connect.receiveBuffer());
        }
        if (step instanceof ScriptStep.Listen listen) {
            return step("listen", listen.as(), "port", port(listen.port()));
        }
        if (step instanceof ScriptStep.Accept accept) {
            return step("accept", accept.as(), "on", accept.on(), "reading", reading(accept.eager()));
        }
        if (step instanceof ScriptStep.Send send) {
            return step(
                    "send",
                    send.as(),
                    "pieces",
                    send.pieces().stream().map(PlayStep::base64).toList(),
                    "pauseMs",
                    send.pauseMs());
        }
        if (step instanceof ScriptStep.Receive receive) {
            Map<String, Object> parameters = step("receive", receive.as(), "withinMs", receive.withinMs());
            until(receive.until(), parameters);
            return parameters;
        }
        if (step instanceof ScriptStep.Shutdown shutdown) {
            return step("shutdown", shutdown.as());
        }
        if (step instanceof ScriptStep.Close close) {
            return step("close", close.as());
        }
        if (step instanceof ScriptStep.Reset reset) {
            return step("reset", reset.as());
        }
        if (step instanceof ScriptStep.Udp udp) {
            return step("udp", udp.as(), "port", udp.port() == null ? null : port(udp.port()));
        }
        if (step instanceof ScriptStep.SendTo sendTo) {
            return sendTo.port() == null
                    ? step("sendto", sendTo.as(), "data", base64(sendTo.data()), "reply", true)
                    : step("sendto", sendTo.as(), "data", base64(sendTo.data()), "port", port(sendTo.port()));
        }
        if (step instanceof ScriptStep.ReceiveFrom receiveFrom) {
            return step(
                    "recvfrom",
                    receiveFrom.as(),
                    "lose",
                    receiveFrom.lose() ? true : null,
                    "withinMs",
                    receiveFrom.withinMs());
        }
        if (step instanceof ScriptStep.Pause pause) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("do", "pause");
            parameters.put("ms", pause.ms());
            return parameters;
        }
        return null;
    }

    private static void until(ScriptStep.Until until, Map<String, Object> parameters) {
        if (until instanceof ScriptStep.Until.AsManyAs asMany) {
            parameters.put("bytes", asMany.payload().octets().length);
        } else if (until instanceof ScriptStep.Until.Count count) {
            parameters.put("bytes", count.octets());
        } else if (until instanceof ScriptStep.Until.Seen seen) {
            parameters.put("until", base64(seen.payload()));
        } else if (until instanceof ScriptStep.Until.End) {
            parameters.put("end", true);
        } else {
            parameters.put("any", true);
        }
    }

    private static Map<String, Object> step(String kind, String as, @Nullable Object... rest) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("do", kind);
        parameters.put("as", as);
        for (int i = 0; i < rest.length; i += 2) {
            Object value = rest[i + 1];
            if (value != null) {
                parameters.put(String.valueOf(rest[i]), value);
            }
        }
        return parameters;
    }

    private static int port(String port) {
        return Integer.parseInt(port.strip());
    }

    private static String reading(boolean eager) {
        return eager ? "eager" : "manual";
    }

    private static String base64(Payload payload) {
        return Base64.getEncoder().encodeToString(payload.octets());
    }
}
