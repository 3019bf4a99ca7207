/** The exchange between the two machines, row by row, and what state each socket was in: drawn from a timeline alone. */
@NullMarked
package labo.sequence;

import org.jspecify.annotations.NullMarked;
