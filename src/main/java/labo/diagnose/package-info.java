/** Recognises, in a timeline, the misconception that explains a failure. */
@NullMarked
package labo.diagnose;

import org.jspecify.annotations.NullMarked;
