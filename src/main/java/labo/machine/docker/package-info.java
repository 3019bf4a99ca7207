/** Two machines as containers on a private network, through Testcontainers' way to the engine. */
@NullMarked
package labo.machine.docker;

import org.jspecify.annotations.NullMarked;
