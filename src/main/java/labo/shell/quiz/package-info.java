/** Questions and what becomes of answers. No terminal here. */
@NullMarked
package labo.shell.quiz;

import org.jspecify.annotations.NullMarked;
