package labo.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.lesson.Draw;
import labo.lesson.Expectation;
import labo.lesson.ScriptStep;
import labo.lesson.Step;
import org.jspecify.annotations.Nullable;

/** Reads a lesson's {@code steps}. */
final class Steps {
    private static final List<String> KINDS = List.of("read", "quiz", "ask", "live");

    private final Ids ids = new Ids();
    private final Misconceptions misconceptions;
    // A lesson's live steps share one machine A, machine B's endpoints, and the values drawn when the lesson starts.
    private Scope scope = Scope.of(Names.ALWAYS);
    private PayloadBounds bounds = new PayloadBounds(Map.of());

    Steps(Misconceptions misconceptions) {
        this.misconceptions = misconceptions;
    }

    List<Step> read(List<Value> steps) {
        return steps.stream().flatMap(step -> one(step.section()).stream()).toList();
    }

    private Optional<Step> one(Section section) {
        String id = ids.read(section);
        Optional<Step> step = section.oneOf(KINDS).map(kind -> step(kind, id, section));
        section.finish();
        return step;
    }

    private Step step(String kind, String id, Section section) {
        String title = section.prose(kind);
        return switch (kind) {
            case "read" -> new Step.Reading(id, title, section.prose("text"));
            case "quiz" -> choiceQuiz(id, title, section);
            case "ask" -> freeQuiz(id, title, section);
            default -> live(id, title, section);
        };
    }

    private static Step choiceQuiz(String id, String title, Section section) {
        Map<String, Draw> draws = Drawing.read(section, Names.ALWAYS);
        Names names = Names.ALWAYS.plus(draws.keySet());
        String text = prose(section, "text", names);
        List<Value> choices = section.filledList("choices");
        List<Step.Choice> read =
                choices.stream().map(choice -> choice(choice.section(), names)).toList();
        if (read.size() == 1) {
            section.problems().error(section.line("choices"), Fault.CHOICES_TOO_FEW);
        } else if (!read.isEmpty() && read.stream().noneMatch(Step.Choice::right)) {
            section.problems().error(section.line("choices"), Fault.CHOICES_NONE_RIGHT);
        }
        return new Step.ChoiceQuiz(id, title, text, draws, read);
    }

    private static Step.Choice choice(Section section, Names names) {
        Step.Choice choice =
                new Step.Choice(prose(section, "text", names), section.flag("right"), prose(section, "why", names));
        section.finish();
        return choice;
    }

    private static Step freeQuiz(String id, String title, Section section) {
        Map<String, Draw> draws = Drawing.read(section, Names.ALWAYS);
        Names names = Names.ALWAYS.plus(draws.keySet());
        Map<String, String> mistakes = new LinkedHashMap<>();
        Section block = section.section("mistakes");
        block.rest().forEach((answer, why) -> {
            names.check(answer, block.line(answer), section.problems());
            mistakes.put(answer, prose(why, names));
        });
        return new Step.FreeQuiz(
                id,
                title,
                prose(section, "text", names),
                draws,
                section.required("answer")
                        .map(value -> value.literalTemplate(names))
                        .orElse(""),
                section.list("also").stream()
                        .map(value -> value.literalTemplate(names))
                        .toList(),
                mistakes,
                prose(section, "otherwise", names));
    }

    private Step live(String id, String title, Section section) {
        Map<String, Draw> draws = Drawing.read(section, scope.names());
        scope = scope.with(scope.names().plus(draws.keySet()));
        bounds = bounds.plus(draws);
        Names names = scope.names();
        // Reactions open the endpoints that aims name.
        List<Step.Reaction> reactions = section.list("reactions").stream()
                .flatMap(reaction -> reaction(reaction.section()).stream())
                .toList();
        return new Step.Live(
                id,
                title,
                prose(section, "text", names),
                draws,
                statements(section.list("before"), names),
                section.flag("hidden"),
                section.filledList("aims").stream()
                        .flatMap(aim -> aim(aim.section()).stream())
                        .toList(),
                reactions,
                hints(section, names),
                statements(section.filledList("answer"), names),
                section.list("wrong").stream()
                        .map(wrong -> wrong(wrong.section(), names))
                        .toList(),
                section.value("done").map(done -> prose(done, names)).orElse(null));
    }

    private static List<String> hints(Section section, Names names) {
        List<String> hints = Exercises.hints(section);
        hints.forEach(hint -> names.check(hint, section.line("hints"), section.problems()));
        return hints;
    }

    private Optional<Step.Aim> aim(Section section) {
        boolean fresh = section.flag("fresh");
        Optional<Expectation> expectation = Expectations.read(section, scope);
        section.finish();
        return expectation.map(what -> new Step.Aim(what, fresh));
    }

    private Optional<Step.Reaction> reaction(Section section) {
        Optional<Step.Reaction> reaction = section.required("when")
                .flatMap(when -> Patterns.alone(when, scope))
                .map(when -> new Step.Reaction(when, Scripts.reaction(section.filledList("then"), scope)));
        reaction.ifPresent(read -> reportTooMuch(section, read.then()));
        section.has("then");
        section.finish();
        return reaction;
    }

    private void reportTooMuch(Section section, List<ScriptStep> then) {
        if (bounds.most(PayloadBounds.of(then)) > PayloadBounds.MOST_OCTETS) {
            section.problems().error(section.line(), Fault.OCTETS_TOO_MANY, PayloadBounds.MOST_OCTETS >> 20);
        }
    }

    private Step.WrongAnswer wrong(Section section, Names names) {
        Step.WrongAnswer wrong =
                new Step.WrongAnswer(statements(section.filledList("type"), names), diagnosis(section));
        section.finish();
        return wrong;
    }

    private @Nullable String diagnosis(Section section) {
        Optional<Value> diagnosis = section.value("diagnosis");
        diagnosis.ifPresent(value -> misconceptions.check(value.text(), value.line(), section.problems()));
        return diagnosis.map(Value::rawText).orElse(null);
    }

    private static List<String> statements(List<Value> values, Names names) {
        values.forEach(value -> value.problems().refuseControls(value.line(), value.rawText()));
        return values.stream().map(value -> value.template(names)).toList();
    }

    private static String prose(Section section, String key, Names names) {
        return section.required(key).map(value -> prose(value, names)).orElse("");
    }

    private static String prose(Value value, Names names) {
        String text = value.prose();
        names.check(text, value.line(), value.problems());
        return text;
    }
}
