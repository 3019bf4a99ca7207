package labo.classroom;

import org.jspecify.annotations.Nullable;

/**
 * Who handed in, as far as the source tells.
 *
 * @param key unique in a class, and the same in its next download
 * @param name what to show; whatever the source says, so never to be trusted as a path or as HTML
 * @param id Moodle's number of the participant, digits alone; null where the source has none
 */
public record Student(String key, String name, @Nullable String id) {}
