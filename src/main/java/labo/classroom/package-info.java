/** A class: what students handed in, graded one after the other, and the book that keeps their marks. */
@NullMarked
package labo.classroom;

import org.jspecify.annotations.NullMarked;
