package labo.classroom.marks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import labo.classroom.Mark;
import labo.classroom.Messages;
import labo.report.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The marks as a table that a French spreadsheet opens with a double click: semicolons, commas in numbers, a BOM. */
public final class MarksTable {
    private static final char BOM = '\uFEFF';
    private static final List<String> COLUMNS = List.of(
            "key", "name", "outcome", "points", "max", "earned", "late", "penalty", "given", "program", "remarks");

    private final Texts texts = Messages.texts();
    private final Ledger ledger;

    public MarksTable(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Writes the marks, one a line, and leaves {@code out} open. */
    public void write(List<Mark> marks, Appendable out) throws IOException {
        out.append(BOM);
        CSVPrinter table =
                new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get());
        table.printRecord(
                COLUMNS.stream().map(column -> texts.get("column." + column)).toList());
        for (Mark mark : marks) {
            table.printRecord(row(mark));
        }
    }

    private List<String> row(Mark mark) {
        List<String> row = new ArrayList<>();
        row.add(Cell.inert(mark.student().key()));
        row.add(Cell.inert(mark.student().name()));
        row.add(texts.get("outcome." + mark.outcome().term()));
        if (mark.outcome().marked()) {
            Scale.Given given = ledger.give(mark);
            row.add(Integer.toString(mark.score()));
            row.add(Integer.toString(mark.maxScore()));
            row.add(number(given.earned()));
            row.add(given.lateness().isZero() ? "" : Lateness.text(given.lateness(), texts));
            row.add(number(given.penalty()));
            row.add(number(given.given()));
        } else {
            row.addAll(List.of("", "", "", "", "", ""));
        }
        row.add(Cell.inert(mark.main()));
        row.add(Cell.inert(String.join(" ", mark.remarks())));
        return row;
    }

    private static String number(BigDecimal value) {
        return String.format(Locale.ROOT, "%s", value.toPlainString()).replace('.', ',');
    }
}
