package labo.observe;

/**
 * A place in the learner's files.
 *
 * @param file its name, relative to the learner's folder
 * @param line 1-based
 */
public record CodeLine(String file, int line) {}
