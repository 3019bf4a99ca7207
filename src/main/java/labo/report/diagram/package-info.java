/** A diagram as text for a terminal, as SVG, and its rows explained in French. */
@NullMarked
package labo.report.diagram;

import org.jspecify.annotations.NullMarked;
