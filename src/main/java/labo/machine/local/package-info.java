/** Two machines on this one: the agents as plain processes, on loopback. */
@NullMarked
package labo.machine.local;

import org.jspecify.annotations.NullMarked;
