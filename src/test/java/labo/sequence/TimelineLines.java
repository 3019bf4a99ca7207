package labo.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import labo.observe.Call;
import labo.observe.Ending;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Scan;
import labo.observe.Timeline;

/** A timeline as lines of JSON: where it was observed, then each event. */
final class TimelineLines {
    private static final ObjectMapper JSON = mapper();

    private record Head(Facts facts, Ending ending) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private TimelineLines() {}

    private static ObjectMapper mapper() {
        SimpleModule octets = new SimpleModule();
        octets.addSerializer(Octets.class, new OctetsWriter());
        octets.addDeserializer(Octets.class, new OctetsReader());
        ObjectMapper mapper = new ObjectMapper();
        mapper.registerModule(octets);
        mapper.addMixIn(Event.class, Typed.class);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        List.of(
                        Call.class,
                        Entered.class,
                        Raised.class,
                        PeerEvent.class,
                        Packet.class,
                        ProgramEvent.Started.class,
                        ProgramEvent.Wrote.class,
                        ProgramEvent.LimitHit.class,
                        ProgramEvent.Exited.class)
                .forEach(type -> mapper.registerSubtypes(new NamedType(type, type.getSimpleName())));
        return mapper;
    }

    /** What was read off the source is left out: no diagram shows it. */
    static List<String> write(Timeline timeline) throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.writeValueAsString(new Head(timeline.facts(), timeline.ending())));
        for (Event event : timeline.without(Scan.class::isInstance).events()) {
            lines.add(JSON.writerFor(Event.class).writeValueAsString(event));
        }
        return lines;
    }

    static Timeline read(List<String> lines) throws JsonProcessingException {
        Head head = JSON.readValue(lines.get(0), Head.class);
        List<Event> events = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            events.add(JSON.readValue(line, Event.class));
        }
        return new Timeline(head.facts(), head.ending(), events);
    }

    private static final class OctetsWriter extends JsonSerializer<Octets> {
        @Override
        public void serialize(Octets octets, JsonGenerator out, SerializerProvider unused) throws IOException {
            out.writeString(octets.toBase64());
        }
    }

    private static final class OctetsReader extends JsonDeserializer<Octets> {
        @Override
        public Octets deserialize(JsonParser in, DeserializationContext unused) throws IOException {
            return Octets.base64(in.getText());
        }
    }
}
