package labo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import labo.classroom.Gradebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A class's pages in a real browser. Needs Chromium and its driver, and fails without them. */
class PagesIT {
    private static final int PHONE = 390;

    @TempDir
    private static Path folder = Path.of("");

    private static Chromium browser;
    private static Path index = Path.of("");

    @BeforeAll
    static void aClass() throws IOException, InterruptedException {
        try (Gradebook book = Gradebook.open(folder.resolve("carnet.db"))) {
            ClassOnDisk all = new ClassOnDisk(book);
            all.student("Zoé Martin", all.checks());
            all.student("Anaïs Lefèvre", 3);
            all.student("Émile Durand", 9);
            all.student(
                    ClassOnDisk.ATTACK,
                    2,
                    ClassOnDisk.ATTACK + "\n\n\nx = '" + "y".repeat(600) + "'",
                    ClassOnDisk.ATTACK);
            all.student("Prénom-Composé de La Très-Longue-Particule-Sans-Fin-Aucune", 5);
            all.refused("Karim");
            String program = Files.readString(Path.of("solutions/serveur-tcp/right/cours.py"));
            all.student("Fatou Diop", 4, program, "rien");
            all.student("Hugo & Cie", 4, program.replace("conn", "connexion"), "rien");
            Path pages = folder.resolve("pages");
            all.write(pages, new Resemblances().find(all.marks(), pages));
        }
        index = folder.resolve("pages/index.html");
        browser = new Chromium(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> pages = Files.walk(folder.resolve("pages"))) {
            return pages.filter(page -> page.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> names() {
        return browser.driver().findElements(By.cssSelector("#matrice tbody tr:not([hidden]) th a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static void sortBy(String column) {
        browser.driver()
                .findElement(By.xpath("//table[@id='matrice']//th/button[normalize-space()='" + column + "']"))
                .sendKeys(Keys.ENTER);
    }

    @Test
    void noPageComplainsOrAsksForAnything() throws IOException {
        assertThat(all()).hasSize(10);
        browser.console();
        for (Path page : all()) {
            browser.open(page);
            assertThat(browser.run("getComputedStyle(document.body).maxWidth")).isEqualTo("1216px");
            assertThat(browser.console()).as("console of %s", page).isEmpty();
            assertThat(browser.requests()).as("requests of %s", page).isEmpty();
        }
    }

    @Test
    void whatStudentsWriteStaysText() throws IOException {
        for (Path page : all()) {
            browser.open(page);
            assertThat(browser.run("typeof window.pwned")).isEqualTo("undefined");
            assertThat(browser.run("document.querySelectorAll('img').length")).isEqualTo("0");
            assertThat(browser.run("document.scripts.length")).isEqualTo("1");
        }
        browser.open(index);
        assertThat(names()).anyMatch(name -> name.startsWith("<img src=x onerror="));
    }

    @Test
    void aHeadingSortsFromTheKeyboardAndBack() {
        browser.open(index);
        sortBy("Note");
        assertThat(names()).first().isEqualTo("Karim");
        assertThat(names()).last().isEqualTo("Zoé Martin");
        sortBy("Note");
        assertThat(names()).first().isEqualTo("Zoé Martin");
        assertThat(browser.run("document.querySelectorAll('th[aria-sort=descending]').length"))
                .isEqualTo("1");
        sortBy("Étudiant");
        assertThat(names().indexOf("Émile Durand")).isLessThan(names().indexOf("Karim"));
    }

    @Test
    void searchingNeedsNoAccentsAndSaysHowManyAreLeft() {
        browser.open(index);
        focused().sendKeys("/");
        focused().sendKeys("lefevre");
        assertThat(names()).containsExactly("Anaïs Lefèvre");
        assertThat(browser.driver().findElement(By.id("trouves")).getText()).isEqualTo("1 sur 8");
        focused().sendKeys(Keys.ESCAPE);
        assertThat(names()).hasSize(8);
        focused().sendKeys("refus");
        assertThat(names()).containsExactly("Karim");
    }

    @Test
    void fromTheClassToAStudentAndTheNextByKeysAlone() {
        browser.open(index);
        List<String> names = names();
        focused().sendKeys("/");
        focused().sendKeys(Keys.ARROW_DOWN);
        focused().sendKeys(Keys.ARROW_DOWN);
        assertThat(focused().getText()).isEqualTo(names.get(1));
        focused().sendKeys(Keys.ENTER);
        assertThat(heading()).isEqualTo(names.get(1));
        focused().sendKeys(Keys.ARROW_RIGHT);
        assertThat(heading()).isEqualTo(names.get(2));
        focused().sendKeys(Keys.ARROW_LEFT);
        assertThat(heading()).isEqualTo(names.get(1));
    }

    private static String heading() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    /** A line of code may be scrolled; what is said of it is read at once. */
    @Test
    void whatIsSaidOfALineIsInViewOnAPhone() throws IOException {
        browser.phone(PHONE);
        List<String> cut = new ArrayList<>();
        int notes = 0;
        for (Path page : all()) {
            browser.open(page);
            notes += Integer.parseInt(browser.run("document.querySelectorAll('.source .note').length"));
            String right = browser.run("Math.max(0, ...[...document.querySelectorAll('.source .note')]"
                    + ".map(note => Math.ceil(note.getBoundingClientRect().right)))");
            if (Integer.parseInt(right) > PHONE) {
                cut.add(page.getFileName() + ": " + right);
            }
        }
        assertThat(notes).isPositive();
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, 1200})
    void nothingIsWiderThanTheScreen(int width) throws IOException {
        browser.phone(width);
        for (Path page : all()) {
            browser.open(page);
            assertThat(browser.run("document.documentElement.scrollWidth"))
                    .as("width of %s", page)
                    .isEqualTo(String.valueOf(width));
        }
    }
}
