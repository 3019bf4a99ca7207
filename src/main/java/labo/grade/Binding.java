package labo.grade;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import labo.lesson.ScriptStep.Until;
import labo.lesson.Sign;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of the names of a course's templates, all through a scenario. Pure. */
public final class Binding {
    private final Values values;

    public Binding(Values values) {
        this.values = values;
    }

    /** The scenario without any name left. */
    public Scenario scenario(Scenario scenario) {
        return new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.why(),
                scenario.arguments().stream().map(values::text).toList(),
                scenario.stdin() == null ? null : payload(scenario.stdin()),
                scenario.files().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> payload(file.getValue()))),
                scenario.draw(),
                script(scenario.script()),
                scenario.checks().stream().map(this::check).toList());
    }

    /** The steps without any name left. */
    public List<ScriptStep> script(List<ScriptStep> steps) {
        return steps.stream().map(this::step).toList();
    }

    private CheckSpec check(CheckSpec check) {
        return new CheckSpec(
                check.id(),
                check.title(),
                check.points(),
                check.needs(),
                expectation(check.expectation()),
                check.hint(),
                check.message(),
                check.signs().stream().map(this::sign).toList());
    }

    private Sign sign(Sign sign) {
        return new Sign(
                sign.misconception(),
                sign.seen().stream().map(this::expectation).toList());
    }

    /** The expectation without any name left. */
    public Expectation expectation(Expectation expectation) {
        if (expectation instanceof Expectation.Happened happened) {
            return new Expectation.Happened(pattern(happened.pattern()), happened.least(), happened.most());
        }
        if (expectation instanceof Expectation.InOrder inOrder) {
            return new Expectation.InOrder(
                    inOrder.patterns().stream().map(this::pattern).toList());
        }
        if (expectation instanceof Expectation.Received received) {
            return new Expectation.Received(received.by(), match(received.match()));
        }
        if (expectation instanceof Expectation.Taken taken) {
            return new Expectation.Taken(match(taken.match()));
        }
        if (expectation instanceof Expectation.Wrote wrote) {
            return new Expectation.Wrote(wrote.error(), match(wrote.match()));
        }
        if (expectation instanceof Expectation.Said said) {
            return new Expectation.Said(match(said.match()));
        }
        return expectation;
    }

    /** The pattern without any name left. */
    public EventPattern pattern(EventPattern pattern) {
        return new EventPattern(
                pattern.view(),
                pattern.kind(),
                pattern.with().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .map(values::text)
                                        .toList())),
                pattern.outcome());
    }

    private OctetMatch match(OctetMatch match) {
        if (match instanceof OctetMatch.Exact exact) {
            return new OctetMatch.Exact(payload(exact.payload()));
        }
        if (match instanceof OctetMatch.Contains contains) {
            return new OctetMatch.Contains(payload(contains.payload()));
        }
        if (match instanceof OctetMatch.OneOf oneOf) {
            return new OctetMatch.OneOf(
                    oneOf.payloads().stream().map(this::payload).toList());
        }
        if (match instanceof OctetMatch.Matches matches) {
            return new OctetMatch.Matches(values.regex(matches.regex()));
        }
        if (match instanceof OctetMatch.All all) {
            return new OctetMatch.All(all.matches().stream().map(this::match).toList());
        }
        if (match instanceof OctetMatch.Not not) {
            return new OctetMatch.Not(match(not.match()));
        }
        return match;
    }

    private Payload payload(Payload payload) {
        return new Payload(payload.parts().stream().map(this::part).toList());
    }

    private Payload.Part part(Payload.Part part) {
        if (part instanceof Payload.Text text) {
            return new Payload.Hex(
                    HexFormat.of().formatHex(values.payload(text.template()).toArray()));
        }
        if (part instanceof Payload.Repeated repeated) {
            return new Payload.Repeated(part(repeated.part()), repeated.times());
        }
        return part;
    }

    private ScriptStep step(ScriptStep step) {
        if (step instanceof ScriptStep.Await await) {
            return new ScriptStep.Await(pattern(await.pattern()));
        }
        if (step instanceof ScriptStep.Connect connect) {
            return new ScriptStep.Connect(
                    connect.as(), values.text(connect.port()), connect.eager(), connect.receiveBuffer());
        }
        if (step instanceof ScriptStep.Listen listen) {
            return new ScriptStep.Listen(listen.as(), values.text(listen.port()));
        }
        if (step instanceof ScriptStep.Send send) {
            return new ScriptStep.Send(
                    send.as(), send.pieces().stream().map(this::payload).toList(), send.pauseMs());
        }
        if (step instanceof ScriptStep.Receive receive) {
            return new ScriptStep.Receive(receive.as(), until(receive.until()), receive.withinMs());
        }
        if (step instanceof ScriptStep.Udp udp) {
            return new ScriptStep.Udp(udp.as(), textOrNull(udp.port()));
        }
        if (step instanceof ScriptStep.SendTo sendTo) {
            return new ScriptStep.SendTo(sendTo.as(), payload(sendTo.data()), textOrNull(sendTo.port()));
        }
        return step;
    }

    private Until until(Until until) {
        if (until instanceof Until.AsManyAs asMany) {
            return new Until.AsManyAs(payload(asMany.payload()));
        }
        if (until instanceof Until.Seen seen) {
            return new Until.Seen(payload(seen.payload()));
        }
        return until;
    }

    private @Nullable String textOrNull(@Nullable String template) {
        return template == null ? null : values.text(template);
    }
}
