package labo.pages;

import java.util.List;

/**
 * One student in the class's table. All texts are on one line and harmless, none is escaped.
 *
 * @param name as the source says
 * @param page the page's path from the class page
 * @param outcome the outcome's English word
 * @param outcomeText French
 * @param mark what is given, French; a dash where there is no mark
 * @param order the mark to sort by; -1 where there is none
 * @param points earned of those that could be
 * @param late how late, and what it costs; empty if not
 * @param seconds that grading took
 * @param cause the first misconception's title; empty if none was recognised
 * @param cells one for each check, in the exercise's order
 */
public record StudentRow(
        String name,
        String page,
        String outcome,
        String outcomeText,
        String mark,
        double order,
        String points,
        String late,
        double seconds,
        String cause,
        List<Cell> cells) {
    public StudentRow {
        cells = List.copyOf(cells);
    }
}
