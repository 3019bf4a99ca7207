/** One submission from files to report. */
@NullMarked
package labo.grade;

import org.jspecify.annotations.NullMarked;
