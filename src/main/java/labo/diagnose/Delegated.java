package labo.diagnose;

import java.util.Optional;
import labo.lesson.Expectation;

/** Another module makes the calls that the exercise asks for. */
final class Delegated implements Misconception {
    @Override
    public String id() {
        return "delegated";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.scan().imports().stream()
                .filter(module -> observed.check().expectation() instanceof Expectation.OwnCalls own
                        && own.modules().contains(module.name().split("\\.", 2)[0]))
                .findFirst()
                .map(module -> Finding.at(observed.start(), observed.line(module.line()), module.name()));
    }
}
