@NullMarked
package labo.observe.tcp;

import org.jspecify.annotations.NullMarked;
