@NullMarked
package labo;

import org.jspecify.annotations.NullMarked;
