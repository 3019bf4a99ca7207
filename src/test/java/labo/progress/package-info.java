@NullMarked
package labo.progress;

import org.jspecify.annotations.NullMarked;
