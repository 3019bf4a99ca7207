@NullMarked
package labo.classroom.marks;

import org.jspecify.annotations.NullMarked;
