package labo.diagnose;

import org.jspecify.annotations.Nullable;

/**
 * A misconception recognised, told in French.
 *
 * @param id its stable id
 * @param title what it is, in a line
 * @param happened what happened
 * @param why why it happens
 * @param look where to look
 * @param lesson the id of the lesson that teaches it
 * @param file the learner's file, or null
 * @param line 1-based, or null
 * @param text that source line, or null
 */
public record Diagnosis(
        String id,
        String title,
        String happened,
        String why,
        String look,
        String lesson,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable String text) {}
