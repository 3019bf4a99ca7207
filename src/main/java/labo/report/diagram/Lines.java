package labo.report.diagram;

import java.util.ArrayList;
import java.util.List;
import labo.report.Columns;

/** Breaks a row's text into lines. */
final class Lines {
    private Lines() {}

    /**
     * The lines of {@code text}, broken at spaces where that can be, those after the first indented; what takes more
     * than {@code most} is cut.
     *
     * @param room columns that each line has at most
     */
    static List<String> wrapped(String text, int room, int most, String ellipsis) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (Columns.of(rest) > room && wrapped.size() < most - 1) {
            String fits = Columns.fitting(rest, room);
            int space = rest.startsWith(" ", fits.length()) ? fits.length() : fits.lastIndexOf(' ');
            int end = space > room / 2 ? space : fits.length();
            wrapped.add(rest.substring(0, end));
            rest = "  " + rest.substring(end).stripLeading();
        }
        wrapped.add(Columns.cut(rest, room, ellipsis));
        return wrapped;
    }
}
