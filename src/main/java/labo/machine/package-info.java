/** The port to the two machines, and the choreography of one scenario between them. */
@NullMarked
package labo.machine;

import org.jspecify.annotations.NullMarked;
