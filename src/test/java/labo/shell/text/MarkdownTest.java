package labo.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = MarkdownTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String rendered(Symbols symbols, int width) throws IOException {
        return new Markdown(symbols)
                .lines(resource("markdown.md"), width).stream()
                        .map(AttributedString::toString)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void everyKindOfBlockHasItsForm() throws IOException {
        assertThat(rendered(Symbols.UNICODE, 60)).isEqualTo(resource("markdown.txt"));
    }

    @Test
    void inAsciiToo() throws IOException {
        assertThat(rendered(Symbols.ASCII, 40)).isEqualTo(resource("markdown-ascii.txt"));
    }

    @Test
    void onlyCodeAndTablesMayBeWiderThanTheScreen() {
        List<AttributedString> lines = new Markdown(Symbols.UNICODE)
                .lines("Un paragraphe assez long pour être coupé, avec `du code` et du **gras fort**.\n\n- un point lui aussi trop long", 24);
        assertThat(lines).hasSizeGreaterThan(4).allMatch(line -> line.columnLength() <= 24);
    }

    @Test
    void coloursChangeNoCharacter() {
        for (String source : List.of("s.bind((\"\", 8888))  # port", "print(f'{x!r}') if \"ouvert", "def f(a=0x1F):", "")) {
            assertThat(PythonTokens.colour(source).toString()).isEqualTo(source);
        }
        AttributedString line = PythonTokens.colour("import s; print(\"a\", 12)  # fin");
        assertThat(line.styleAt(0)).isEqualTo(Tint.KEYWORD.style());
        assertThat(line.styleAt(10)).isEqualTo(Tint.BUILTIN.style());
        assertThat(line.styleAt(17)).isEqualTo(Tint.TEXT.style());
        assertThat(line.styleAt(21)).isEqualTo(Tint.NUMBER.style());
        assertThat(line.styleAt(28)).isEqualTo(Tint.COMMENT.style());
    }

    @Test
    void aTerminalThatCannotShowACharacterGetsAPlainerOne() {
        Look ascii = new Look(true, false, StandardCharsets.US_ASCII);
        assertThat(ascii.shown(Tint.GOOD.of("« Élève » : ça y est…")).toString()).isEqualTo("\" Eleve \" : ca y est...");
        Look plain = new Look(false, true, StandardCharsets.UTF_8);
        assertThat(plain.shown(Tint.GOOD.of("vert")).styleAt(0)).isEqualTo(Tint.PLAIN.style());
    }
}
