@NullMarked
package labo.shell.text;

import org.jspecify.annotations.NullMarked;
