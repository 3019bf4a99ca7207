@NullMarked
package labo.classroom.intake;

import org.jspecify.annotations.NullMarked;
