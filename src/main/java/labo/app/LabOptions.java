package labo.app;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where programs run, and from which seed. */
final class LabOptions {
    /** Seeds that nobody chose are short, so that they can be typed again. */
    private static final long SHORT_SEEDS = 1_000_000;

    /** What can be asked for. */
    enum Choice {
        auto,
        docker,
        local
    }

    @Option(names = "--bac", paramLabel = "auto|docker|local", descriptionKey = "bac")
    private Choice choice = Choice.auto;

    @Option(names = "--graine", paramLabel = "N", descriptionKey = "graine")
    private @Nullable Long seed;

    /** The seed asked for, or one drawn now. */
    long seed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(1, SHORT_SEEDS) : seed;
    }

    /** The seed asked for, if one was. */
    OptionalLong chosenSeed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /**
     * The sandbox asked for. What a course from elsewhere brings along runs in containers, unless the local sandbox was
     * asked for by name.
     *
     * @throws Problem if there are no containers for it
     */
    Sandbox sandbox(CourseOptions course, World world, Notices notices) throws InterruptedException {
        Engine engine = world.backstage().engine();
        if (choice != Choice.auto || !course.foreign(world)) {
            return sandbox(engine, notices);
        }
        Optional<Engine.Status> status = engine.status();
        if (status.isPresent() && status.get().imageReady()) {
            return Sandbox.DOCKER;
        }
        throw Problem.environment(status.isPresent() ? "foreign.no-image" : "foreign.no-engine");
    }

    /** Whether the local sandbox was asked for by name. */
    boolean isLocal() {
        return choice == Choice.local;
    }

    /** The sandbox asked for; falling back to the local one is said by {@code notices}. */
    Sandbox sandbox(Engine engine, Notices notices) throws InterruptedException {
        return switch (choice) {
            case docker -> Sandbox.DOCKER;
            case local -> Sandbox.LOCAL;
            case auto -> automatic(engine, notices);
        };
    }

    private static Sandbox automatic(Engine engine, Notices notices) throws InterruptedException {
        Optional<Engine.Status> status = engine.status();
        if (status.isPresent() && status.get().imageReady()) {
            return Sandbox.DOCKER;
        }
        notices.say(status.isPresent() ? "notice.no-image" : "notice.no-engine");
        return Sandbox.LOCAL;
    }
}
