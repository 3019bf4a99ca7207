@NullMarked
package labo.classroom;

import org.jspecify.annotations.NullMarked;
