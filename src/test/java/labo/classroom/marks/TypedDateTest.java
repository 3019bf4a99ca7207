package labo.classroom.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01T23:59     | 2026-12-01T23:59",
                "2026-12-01 23:59     | 2026-12-01T23:59",
                "2026-12-01T23:59:30  | 2026-12-01T23:59:30",
                "2026-12-01           | 2026-12-01T23:59:59",
                "01/12/2026           | 2026-12-01T23:59:59",
                "1/12/2026 23h59      | 2026-12-01T23:59",
                "1/12/2026 à 23 h 59  | 2026-12-01T23:59",
                "1.12.2026 à 8h       | 2026-12-01T08:00",
                "01-12-2026, 8:05     | 2026-12-01T08:05",
                "2026-12-01T23h59     | 2026-12-01T23:59"
            })
    void aDateIsReadAsItsTeacherMeansIt(String typed, LocalDateTime date) {
        assertThat(TypedDate.of(typed)).contains(date);
    }

    /** Two digits of a year, no year, no such day or hour: none is guessed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demain",
                "01/12/26",
                "1/12",
                "2026-11-31",
                "12/31/2026",
                "2026-12-01T24:00",
                "2026-12-01T23",
                "2026-12-01T23:59Z",
                "2026/12/01"
            })
    void whatIsNoDateIsNotGuessedAt(String typed) {
        assertThat(TypedDate.of(typed)).isEmpty();
    }
}
