/** A course as data: lessons, exercises, scenarios, checks. Imports nothing of ours. */
@NullMarked
package labo.lesson;

import org.jspecify.annotations.NullMarked;
