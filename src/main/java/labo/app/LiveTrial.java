package labo.app;

import java.util.List;
import java.util.Locale;
import labo.catalog.StepPlaces;
import labo.lesson.Lesson;
import labo.live.ModelAnswers;
import labo.live.ModelAnswers.Surprise;
import labo.machine.LabException;

/**
 * The live steps of a lesson: their model answers suffice, their wrong answers do not.
 *
 * @param places where each step's answers stand
 */
record LiveTrial(Lesson of, StepPlaces places) implements Trial {
    @Override
    public String lesson() {
        return of.id();
    }

    @Override
    public Folder folder() {
        return Folder.LESSONS;
    }

    @Override
    public String file() {
        return StepPlaces.file(of.id());
    }

    /** How many steps it plays. */
    int steps() {
        return ModelAnswers.steps(of).size();
    }

    @Override
    public Outcome run(Rehearsal rehearsal, long seed, boolean alone) throws LabException, InterruptedException {
        List<Surprise> surprises = rehearsal.live(of, seed, alone);
        return Outcome.of(surprises.stream().map(this::broken).toList());
    }

    private Promise.Broken broken(Surprise surprise) {
        Integer wrong = surprise.wrong();
        int line = wrong == null ? places.answer(surprise.step()) : places.wrong(surprise.step(), wrong);
        String key = "validate.live."
                + surprise.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Promise.Broken.at(
                line,
                key,
                String.join(" ⏎ ", surprise.statements()),
                Promise.named(surprise.expected()),
                Promise.named(surprise.observed()));
    }
}
