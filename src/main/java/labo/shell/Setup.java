package labo.shell;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import labo.lesson.Course;

/**
 * What a prompt is made of.
 *
 * @param course with one lesson at least
 * @param state the learner's state folder, which need not exist
 * @param work where the learner's programs go
 * @param directory where the learner is: paths are shown relative to it
 * @param seed what values are drawn from; empty: from chance
 * @param colour whether colours may be used
 * @param unicode whether symbols beyond ASCII show
 * @param charset the terminal's
 * @param environment the environment variables
 */
public record Setup(
        Course course,
        Workshop workshop,
        Path state,
        Path work,
        Path directory,
        OptionalLong seed,
        boolean colour,
        boolean unicode,
        Charset charset,
        Map<String, String> environment) {
    public Setup {
        environment = Map.copyOf(environment);
    }
}
