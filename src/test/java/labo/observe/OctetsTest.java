package labo.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OctetsTest {
    private record Row(Octets octets, String repr) {
        static Row of(String line) {
            String[] columns = line.split(" ");
            Octets octets = columns[0].equals("-") ? Octets.EMPTY : Octets.base64(columns[0]);
            return new Row(octets, Octets.base64(columns[1]).text());
        }
    }

    private static List<Row> reprsByPython() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OctetsTest.class.getResourceAsStream("python-repr.txt")),
                StandardCharsets.US_ASCII))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        }
    }

    private static Octets octets(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Octets.of(bytes);
    }

    @Test
    void areWrittenAsPythonWritesThem() throws IOException {
        assertThat(reprsByPython())
                .hasSizeGreaterThan(500)
                .allSatisfy(row -> assertThat(row.octets().python()).isEqualTo(row.repr()));
    }

    @Test
    void changeNeitherWithTheirSourceNorWithTheirCopy() {
        byte[] source = {1, 2};
        Octets octets = Octets.of(source);
        source[0] = 9;
        octets.toArray()[1] = 9;
        assertThat(octets).isEqualTo(octets(1, 2)).hasSameHashCodeAs(octets(1, 2));
    }

    @Test
    void areEqualToTheSameOctetsAlone() {
        assertThat(octets(1, 2))
                .isNotEqualTo(octets(2, 1))
                .isNotEqualTo(octets(1))
                .isNotEqualTo("b'\\x01\\x02'");
    }

    @Test
    void areNumberedFrom0To255() {
        assertThat(octets(0, 127, 128, 255).at(3)).isEqualTo(255);
        assertThat(octets(0, 127, 128, 255).at(0)).isZero();
    }

    @Test
    void areJoinedInOrder() {
        assertThat(Octets.join(List.of(octets(1), Octets.EMPTY, octets(2, 3)))).isEqualTo(octets(1, 2, 3));
        assertThat(Octets.join(List.of())).isEqualTo(Octets.EMPTY);
    }

    @Test
    void areSlicedWithoutTheEnd() {
        assertThat(octets(1, 2, 3, 4).slice(1, 3)).isEqualTo(octets(2, 3));
        assertThat(octets(1, 2).slice(1, 1)).isEqualTo(Octets.EMPTY);
    }

    @Test
    void areFoundOctetByOctet() {
        Octets accents = Octets.utf8("é à");
        assertThat(accents.indexOf(octets(0xA9))).isEqualTo(1);
        assertThat(accents.contains(Octets.utf8("à"))).isTrue();
        assertThat(accents.contains(Octets.utf8("è"))).isFalse();
        assertThat(accents.indexOf(Octets.EMPTY)).isZero();
    }

    @Test
    void startWithWhatStandsInFront() {
        assertThat(octets(1, 2).startsWith(octets(1))).isTrue();
        assertThat(octets(1, 2).startsWith(octets(2))).isFalse();
        assertThat(octets(1).startsWith(octets(1, 2))).isFalse();
    }

    @Test
    void readAsTextShowWhatIsNotUtf8() {
        assertThat(octets(0x61, 0xFF).text()).isEqualTo("a\uFFFD");
        assertThat(octets(0xE9).latin1()).isEqualTo("é");
    }

    @Test
    void goThroughBase64AndBack() {
        Octets octets = octets(0, 255, 10);
        assertThat(Octets.base64(octets.toBase64())).isEqualTo(octets);
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.base64("*"));
    }
}
