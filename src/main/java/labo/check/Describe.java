package labo.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import labo.lesson.EventPattern;
import labo.observe.Call;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Says in French what was expected and what was seen. */
final class Describe {
    private Describe() {}

    /** The pattern, with how many times it is wanted. */
    static String pattern(EventPattern pattern, int least, @Nullable Integer most) {
        String what = briefly(pattern);
        if (most != null && most == 0) {
            return Texts.of("happened.never", what);
        }
        return least > 1 ? Texts.of("happened.at-least", what, least) : what;
    }

    /** The pattern in a few words. */
    static String briefly(EventPattern pattern) {
        String action = Texts.orElse("pattern." + terms(pattern), pattern.kind());
        String with = pattern.with().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("as"))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Texts.of("pattern.with", name(entry.getKey()), values(entry.getValue())))
                .collect(Collectors.joining(", "));
        String all = with.isEmpty() ? action : Texts.of("pattern.action-with", action, with);
        return pattern.outcome() == EventPattern.Outcome.FAILURE ? Texts.of("pattern.refused", all) : all;
    }

    /** The bundle's word for the pattern's view and kind: what the code calls is called by the same names. */
    private static String terms(EventPattern pattern) {
        EventPattern.View view = pattern.view() == EventPattern.View.CODE ? EventPattern.View.CALL : pattern.view();
        return view.name().toLowerCase(Locale.ROOT) + "." + pattern.kind();
    }

    private static String name(String key) {
        return Texts.orElse("name." + key, key);
    }

    private static String values(List<String> values) {
        return String.join(Texts.of("pattern.or"), values);
    }

    /** What was seen that comes nearest to the pattern. */
    static String insteadOf(EventPattern pattern, Timeline timeline) {
        Optional<Event> near = timeline.events().stream()
                .filter(event -> EventMatcher.sees(pattern, event, timeline.facts()))
                .reduce((first, last) -> last);
        if (near.isPresent()) {
            return event(near.get());
        }
        // First: the exception that a limit causes tells less.
        if (timeline.limit().isPresent()) {
            return limit(timeline.limit().get());
        }
        if (timeline.uncaught().isPresent()) {
            return Texts.of("instead.raised", raised(timeline.uncaught().get()));
        }
        return Texts.orElse("never." + terms(pattern), Texts.of("never"));
    }

    /** One event. */
    static String event(Event event) {
        if (event instanceof Call call) {
            return call(call);
        }
        if (event instanceof PeerEvent peer && peer.errno() != null) {
            return Texts.of("peer.refused", peer.kind(), errno(peer.errno()));
        }
        if (event instanceof ProgramEvent.Exited exit) {
            return exit(exit);
        }
        if (event instanceof ProgramEvent.LimitHit limit) {
            return limit(limit);
        }
        if (event instanceof Raised raised) {
            return raised(raised);
        }
        return event.kind() + " "
                + event.detail().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Objects.toString(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String call(Call call) {
        Endpoint address = call.arguments().address();
        String type = call.arguments().type();
        String what = address != null
                ? Texts.of(
                        "call.address",
                        call.kind(),
                        address.host().isEmpty() ? "''" : address.host(),
                        String.valueOf(address.port()))
                : type != null ? Texts.of("call.type", call.kind(), type) : call.kind();
        if (call.errno() != null) {
            return Texts.of("call.refused", what, errno(call.errno()));
        }
        if (call.exception() != null) {
            return Texts.of("call.raised", what, call.exception(), Objects.toString(call.message(), ""));
        }
        return what;
    }

    private static String errno(String name) {
        return Texts.orElse("errno." + name, name);
    }

    static String limit(ProgramEvent.LimitHit limit) {
        return Texts.of("limit." + limit.name(), String.valueOf(limit.value()));
    }

    static String raised(Raised raised) {
        var line = raised.line();
        return line == null
                ? Texts.of("raised", raised.exception(), raised.message())
                : Texts.of("raised.line", raised.exception(), raised.message(), String.valueOf(line.line()));
    }

    static String exit(ProgramEvent.Exited exit) {
        return exit.signal() != null
                ? Texts.of("exit.signal", exit.signal())
                : Texts.of("exit.code", Objects.toString(exit.code(), "?"));
    }
}
