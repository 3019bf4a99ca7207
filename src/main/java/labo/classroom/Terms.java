package labo.classroom;

import labo.grade.Submission;
import labo.lesson.Exercise;

/**
 * On what terms a class is graded: with the same files, the same terms give the same mark.
 *
 * @param sandbox {@code docker} or {@code local}
 * @param image what the machines are made of: the image's name and tag, or the Python of the local sandbox
 * @param seed what the scenarios' values are drawn from
 */
public record Terms(Exercise exercise, String sandbox, String image, long seed) {
    /** Names what a mark depends on; another name, another mark. */
    public String identity(Submission submission) {
        Digest digest = terms().add(submission.main());
        submission.files().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(file -> digest.add(file.getKey()).add(file.getValue().toArray()));
        return digest.hex();
    }

    /** Names a refusal, so that the same one is not entered twice. */
    String identity(Collected.Refused refused) {
        return terms().add(refused.reason()).hex();
    }

    private Digest terms() {
        return new Digest()
                .add(Canonical.text(exercise))
                .add(sandbox)
                .add(image)
                .add(Long.toString(seed));
    }
}
