@NullMarked
package labo.app;

import org.jspecify.annotations.NullMarked;
