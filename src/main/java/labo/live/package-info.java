/** The live lesson: a Python interpreter on machine A, machine B's reactions, and the aims of a step. No terminal here. */
@NullMarked
package labo.live;

import org.jspecify.annotations.NullMarked;
