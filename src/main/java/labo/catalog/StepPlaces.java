package labo.catalog;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a lesson's steps and their answers stand in its file. Lines count from 1; what is not found is at line 1. */
public final class StepPlaces {
    private final Map<String, Place> places = new HashMap<>();

    private record Place(int answer, List<Integer> wrong) {}

    private StepPlaces() {}

    /** The lesson's file, relative to the course, with {@code /}. */
    public static String file(String lesson) {
        return lesson + "/" + Lessons.MAIN;
    }

    /** The places in a lesson of the course in {@code folder} that can be read. */
    public static StepPlaces of(Path folder, String lesson) {
        Problems unheard = new Problems(file(lesson));
        StepPlaces places = new StepPlaces();
        Optional<Value> yaml =
                new Folder(folder).text(file(lesson), unheard).flatMap(text -> Yaml.read(Lessons.MAIN, text, unheard));
        yaml.ifPresent(value -> value.section().list("steps").forEach(step -> places.add(step.section())));
        return places;
    }

    private void add(Section step) {
        List<Integer> wrong = step.list("wrong").stream().map(Value::line).toList();
        places.put(step.text("id"), new Place(step.line("answer"), wrong));
    }

    /** Where a step's model answer stands. */
    public int answer(String step) {
        return place(step).answer();
    }

    /**
     * Where one of a step's wrong answers stands.
     *
     * @param number which one, from 0
     */
    public int wrong(String step, int number) {
        List<Integer> lines = place(step).wrong();
        return number < lines.size() ? lines.get(number) : place(step).answer();
    }

    private Place place(String step) {
        return places.getOrDefault(step, new Place(1, List.of()));
    }
}
