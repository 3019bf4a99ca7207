@NullMarked
package labo.sequence;

import org.jspecify.annotations.NullMarked;
