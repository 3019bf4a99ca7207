/** Shows a report: on a terminal, to programs, to services that run tests. */
@NullMarked
package labo.report;

import org.jspecify.annotations.NullMarked;
