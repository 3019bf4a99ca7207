/** A container engine of the tests' own, to be stopped, filled up and robbed; the machine's own is left alone. */
@NullMarked
package labo.engine;

import org.jspecify.annotations.NullMarked;
