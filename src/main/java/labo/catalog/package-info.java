/** Reads and lints a course's folder and its catalogued solutions. Knows {@code labo.lesson} only. */
@NullMarked
package labo.catalog;

import org.jspecify.annotations.NullMarked;
