/** The command line: the only room that wires adapters together. */
@NullMarked
package labo.app;

import org.jspecify.annotations.NullMarked;
