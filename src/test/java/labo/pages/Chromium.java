package labo.pages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless browser that keeps what its console said and what it asked for. */
final class Chromium implements AutoCloseable {
    private static final String REQUEST = "Network.requestWillBeSent";

    private final ChromeDriver driver;

    /** @param profile a new folder for the browser's own files */
    Chromium(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,1000",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build();
        driver = new ChromeDriver(service, options);
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    /** What a script, run in the page, returns. */
    String run(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    /** A phone held upright. */
    void phone(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 2, "mobile", true));
    }

    /** What the console has said since it was last asked. */
    List<String> console() {
        return entries(LogType.BROWSER);
    }

    /** What our pages asked for since it was last asked, but files. */
    List<String> requests() {
        return entries(LogType.PERFORMANCE).stream()
                .filter(entry -> entry.contains(REQUEST) && entry.contains("\"documentURL\":\"file:///"))
                .filter(entry -> !entry.contains("\"url\":\"file:///"))
                .toList();
    }

    private List<String> entries(String type) {
        return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false)
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
