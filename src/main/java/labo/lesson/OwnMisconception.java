package labo.lesson;

/**
 * A misconception that one exercise knows, beside those that the lab knows. Every text is French.
 *
 * @param id unlike any of the lab's own
 * @param title what it is, in a line
 * @param happened what happened
 * @param why why it happens
 * @param look where to look
 */
public record OwnMisconception(String id, String title, String happened, String why, String look) {}
