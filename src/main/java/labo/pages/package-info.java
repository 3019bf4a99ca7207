/** The pages that a graded class leaves: one for the class, one for each student, in HTML that needs no network. */
@NullMarked
package labo.pages;

import org.jspecify.annotations.NullMarked;
