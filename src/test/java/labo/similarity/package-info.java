@NullMarked
package labo.similarity;

import org.jspecify.annotations.NullMarked;
