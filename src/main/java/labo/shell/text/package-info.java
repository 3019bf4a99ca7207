/** Styled text for a terminal: Markdown, Python, wrapping. */
@NullMarked
package labo.shell.text;

import org.jspecify.annotations.NullMarked;
