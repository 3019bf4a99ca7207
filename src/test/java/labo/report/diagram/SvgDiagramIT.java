package labo.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import labo.observe.Timeline;
import labo.sequence.Crowd;
import labo.sequence.Diagram;
import labo.sequence.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Opens SVG diagrams in a real browser and measures their texts. Needs Chromium and its driver. */
class SvgDiagramIT {
    /** All that is wrong with the boxes: clipped by the window, or over another text, a line, or a life. */
    private static final String FAULTS = """
            const faults = [];
            const boxes = [...document.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
            const root = document.documentElement.getBoundingClientRect();
            const over = (a, b, slack) => a.left < b.right - slack && b.left < a.right - slack
                && a.top < b.bottom - slack && b.top < a.bottom - slack;
            for (const [text, box] of boxes) {
              if (box.left < 0 || box.right > innerWidth || box.bottom > root.bottom || box.top < 0 || !box.width)
                faults.push('clipped: ' + text);
            }
            boxes.sort((x, y) => x[1].top - y[1].top);
            for (let i = 0; i < boxes.length; i++)
              for (let j = i + 1; j < boxes.length && boxes[j][1].top < boxes[i][1].bottom; j++)
                if (over(boxes[i][1], boxes[j][1], 1)) faults.push('overlap: ' + boxes[i][0] + ' / ' + boxes[j][0]);
            for (const line of document.querySelectorAll('line')) {
              const r = line.getBoundingClientRect();
              const hit = {left: r.left - 1, right: r.right + 1, top: r.top - 0.5, bottom: r.bottom + 0.5};
              for (const [text, box] of boxes) if (over(hit, box, 1.2)) faults.push('struck through: ' + text);
            }
            return faults;
            """;

    /** The least contrast of any text with the background, by WCAG's formula. */
    private static final String CONTRAST = """
            const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(v => v / 255)
                .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const back = light(getComputedStyle(document.querySelector('.fil-bg')).fill);
            return Math.min(...[...document.querySelectorAll('text')].map(t => light(getComputedStyle(t).fill))
                .map(l => (Math.max(l, back) + 0.05) / (Math.min(l, back) + 0.05)));
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    static void close() {
        browser.quit();
    }

    private static Path document(List<Timeline> timelines) throws IOException {
        List<SvgDiagram.Section> sections = new ArrayList<>();
        for (Timeline timeline : timelines) {
            String title = "Un titre assez long pour qu’il tienne sur deux lignes, n° " + sections.size();
            sections.add(new SvgDiagram.Section(title, Diagram.of(timeline)));
        }
        StringBuilder svg = new StringBuilder();
        new SvgDiagram("essai").render(sections, svg);
        return Files.writeString(folder.resolve("essai.svg"), svg);
    }

    private static void show(Path document, int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(document.toUri().toString());
    }

    @ParameterizedTest
    @CsvSource({"400,light", "400,dark", "1200,light", "1200,dark"})
    void noTextIsClippedNorOverAnother(int width, String scheme) throws IOException {
        List<Timeline> timelines = Stream.concat(
                        Stream.of(Recorded.values()).map(Recorded::timeline), Stream.of(Crowd.unruly()))
                .toList();
        show(document(timelines), width, scheme);
        assertThat((Long) browser.executeScript("return innerWidth")).isEqualTo(width);
        assertThat((Long) browser.executeScript("return document.querySelectorAll('text').length"))
                .isGreaterThan(200);
        assertThat((List<?>) browser.executeScript(FAULTS)).isEmpty();
        assertThat(((Number) Objects.requireNonNull(browser.executeScript(CONTRAST))).doubleValue())
                .isGreaterThan(4.5);
    }

    @Test
    void theMeasureSeesWhatIsWrong() throws IOException {
        String wrong = Files.readString(document(List.of(Recorded.HANDSHAKE.timeline())))
                .replace("font:12px", "font:22px");
        show(Files.writeString(folder.resolve("faux.svg"), wrong), 400, "light");
        assertThat((List<?>) browser.executeScript(FAULTS)).isNotEmpty();
    }

    @Test
    void itsTextCanBeSelectedAndItIsNamed() throws IOException {
        show(document(List.of(Recorded.REFUSED.timeline())), 1200, "light");
        Object selected = browser.executeScript("""
                getSelection().selectAllChildren(document.documentElement);
                return getSelection().toString();
                """);
        assertThat(String.valueOf(selected)).contains("ECONNREFUSED").contains("SYN");
        Object named = browser.executeScript("""
                const root = document.documentElement;
                return ['aria-labelledby', 'aria-describedby']
                    .map(a => document.getElementById(root.getAttribute(a)).textContent).join('|');
                """);
        assertThat(String.valueOf(named)).contains("Un titre").contains("2 paquets");
    }
}
