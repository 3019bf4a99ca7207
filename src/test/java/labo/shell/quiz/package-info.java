@NullMarked
package labo.shell.quiz;

import org.jspecify.annotations.NullMarked;
