/** Judges a timeline: small pure functions from what was observed to a verdict. */
@NullMarked
package labo.check;

import org.jspecify.annotations.NullMarked;
