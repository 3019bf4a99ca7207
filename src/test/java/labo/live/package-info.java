/** Tests of the live session. */
@NullMarked
package labo.live;

import org.jspecify.annotations.NullMarked;
