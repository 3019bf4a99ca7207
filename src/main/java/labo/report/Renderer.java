package labo.report;

import java.io.IOException;
import labo.grade.Report;

/** Writes a report in one format. Implementations hold no state between two reports. */
public interface Renderer {
    /**
     * Writes the whole of {@code report} to {@code out}, and leaves {@code out} open.
     *
     * @throws IOException if {@code out} does
     */
    void render(Report report, Appendable out) throws IOException;
}
