/** Finds programs of a class that look alike, apart from what the course gives. Knows nothing of the other rooms. */
@NullMarked
package labo.similarity;

import org.jspecify.annotations.NullMarked;
