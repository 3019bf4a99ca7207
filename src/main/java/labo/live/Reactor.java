package labo.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import labo.check.EventMatcher;
import labo.lesson.EventPattern;
import labo.lesson.ScriptStep;
import labo.lesson.Step;
import labo.machine.Agent;
import labo.machine.PlayStep;
import labo.observe.Event;
import labo.observe.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Plays what machine B does about machine A's doings, one reaction after the other, in the background: nothing here
 * waits. A step that B cannot do ends its reaction: that it was refused is an event, like any other. Thread-safe.
 */
final class Reactor {
    /** The event of a call that has begun, and may go on by itself. */
    private static final String ENTERED = "entered";

    private final Agent b;
    private final Facts facts;
    private final Runnable bell;
    private final List<Armed> armed = new ArrayList<>();
    private final List<Event> seen = new ArrayList<>();
    private final Queue<List<ScriptStep>> due = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Playing playing;

    /** A reaction, how often its event has been seen, and how many of those have been answered. */
    private static final class Armed {
        final Step.Reaction reaction;
        int seen;
        int answered;

        Armed(Step.Reaction reaction) {
            this.reaction = reaction;
        }
    }

    /** What is being played: its steps, and the place of the one under way. */
    private static final class Playing {
        final List<ScriptStep> steps;
        int at;

        Playing(List<ScriptStep> steps) {
            this.steps = steps;
        }
    }

    /**
     * @param b machine B's agent
     * @param bell rung when a reaction has come to its end
     */
    Reactor(Agent b, Facts facts, Runnable bell) {
        this.b = b;
        this.facts = facts;
        this.bell = bell;
    }

    /** From now on, these are the reactions; what earlier ones still wait for is given up. */
    synchronized void arm(List<Step.Reaction> reactions) {
        disarm();
        due.clear();
        seen.clear();
        if (playing != null) {
            playing = null;
            var unused = b.ask("cancel", Map.of());
        }
        reactions.forEach(reaction -> armed.add(new Armed(reaction)));
    }

    /** No reaction starts any more; what is being played goes on. */
    synchronized void disarm() {
        armed.clear();
    }

    /** An event was seen. */
    synchronized void offer(Event event) {
        if (armed.isEmpty() && playing == null) {
            return;
        }
        seen.add(event);
        for (Armed one : armed) {
            if (EventMatcher.matches(one.reaction.when(), event, facts)) {
                one.seen++;
                if (one.answered == 0 || !mayGoOnByItself(one)) {
                    answer(one);
                }
            }
        }
        if (playing != null && current(playing) instanceof ScriptStep.Await await && matches(await.pattern(), event)) {
            advance(playing);
        }
    }

    /**
     * Nothing goes on by itself: plays again what answers calls that have begun since their reaction was last played,
     * and that what was played then did not satisfy.
     *
     * @return whether there was one
     */
    synchronized boolean again() {
        List<Armed> unanswered =
                armed.stream().filter(one -> one.answered < one.seen).toList();
        unanswered.forEach(this::answer);
        return !unanswered.isEmpty();
    }

    /** Whether a reaction is being played. */
    synchronized boolean active() {
        return playing != null;
    }

    private static boolean mayGoOnByItself(Armed one) {
        return one.reaction.when().kind().equals(ENTERED);
    }

    private boolean matches(EventPattern pattern, Event event) {
        return EventMatcher.matches(pattern, event, facts);
    }

    private void answer(Armed one) {
        one.answered = one.seen;
        due.add(one.reaction.then());
        if (playing == null) {
            playNext();
        }
    }

    private void playNext() {
        List<ScriptStep> steps = due.poll();
        playing = steps == null ? null : new Playing(steps);
        if (playing == null) {
            bell.run();
        } else {
            play(playing);
        }
    }

    private @Nullable ScriptStep current(Playing reaction) {
        return reaction.at < reaction.steps.size() ? reaction.steps.get(reaction.at) : null;
    }

    private void advance(Playing reaction) {
        reaction.at++;
        play(reaction);
    }

    private void play(Playing reaction) {
        ScriptStep step = current(reaction);
        if (step == null) {
            playNext();
        } else if (step instanceof ScriptStep.Await await) {
            if (seen.stream().anyMatch(event -> matches(await.pattern(), event))) {
                advance(reaction);
            }
        } else {
            PlayStep.of(step).ifPresentOrElse(parameters -> ask(reaction, parameters), () -> advance(reaction));
        }
    }

    private void ask(Playing reaction, Map<String, Object> step) {
        var unused = freed(opened(step))
                .exceptionally(stillOpen -> NullNode.getInstance())
                .thenCompose(closed -> b.ask("play", Map.of("step", step)))
                .whenComplete((reply, error) -> played(reaction, step, error == null));
    }

    /** A name is free again once what had it is closed: the same reaction may be played twice. */
    private CompletableFuture<JsonNode> freed(Optional<String> name) {
        if (name.isPresent() && names.remove(name.get())) {
            return b.ask("play", Map.of("step", Map.of("do", "close", "as", name.get())));
        }
        return CompletableFuture.completedFuture(NullNode.getInstance());
    }

    private static Optional<String> opened(Map<String, Object> step) {
        boolean opens = Set.of("connect", "listen", "accept", "udp").contains(String.valueOf(step.get("do")));
        return opens ? Optional.of(String.valueOf(step.get("as"))) : Optional.empty();
    }

    private synchronized void played(Playing reaction, Map<String, Object> step, boolean done) {
        if (done) {
            opened(step).ifPresent(names::add);
            if (Set.of("close", "reset").contains(String.valueOf(step.get("do")))) {
                names.remove(String.valueOf(step.get("as")));
            }
        }
        if (playing != reaction) {
            return;
        }
        if (done) {
            advance(reaction);
        } else {
            playNext();
        }
    }
}
