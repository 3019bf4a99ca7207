/** Shows a report: on a terminal, as JSON. */
@NullMarked
package labo.report;

import org.jspecify.annotations.NullMarked;
