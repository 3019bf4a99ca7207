/** Marks as they leave the lab: Moodle's worksheet and feedback, tables, lines of JSON. */
@NullMarked
package labo.classroom.marks;

import org.jspecify.annotations.NullMarked;
