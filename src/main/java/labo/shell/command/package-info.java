/** What the learner can ask for at the prompt: one class a command. */
@NullMarked
package labo.shell.command;

import org.jspecify.annotations.NullMarked;
