/** The lab's prompt: lessons, quizzes, live Python and exercises on a terminal. */
@NullMarked
package labo.shell;

import org.jspecify.annotations.NullMarked;
