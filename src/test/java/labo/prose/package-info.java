/** The course's French and the screens', looked over by a grammar checker. */
@org.jspecify.annotations.NullMarked
package labo.prose;
