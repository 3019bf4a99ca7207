@NullMarked
package labo.shell.command;

import org.jspecify.annotations.NullMarked;
