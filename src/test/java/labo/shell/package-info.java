@NullMarked
package labo.shell;

import org.jspecify.annotations.NullMarked;
