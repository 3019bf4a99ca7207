/** The learner's state, kept in one file: what is done, where they are, what their interpreter ran. */
@NullMarked
package labo.progress;

import org.jspecify.annotations.NullMarked;
