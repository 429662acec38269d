package cn.disputes.stats.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, and what it complains of while a page is open. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    /** Requests that left the origin, and what the console called an error; both are to stay empty. */
    final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // root, as in a container, has no sandbox
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Where it is, if anywhere on the search path. */
    static Optional<Path> found() {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium at(Path executable) {
        return new Chromium(executable);
    }

    /** A window of its own: nothing is shared with another. */
    Page window(String origin, int width, int height) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.onConsoleMessage(this::complain);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            var local = Stream.of(origin, "data:", "blob:").anyMatch(request.url()::startsWith);
            if (!local) complaints.add("left the origin: " + request.url());
        });
        return page;
    }

    private void complain(ConsoleMessage message) {
        // not every indicator is ranked: the page asks, and puts the counties side by side when it is refused
        if (message.location().contains("/v1/rankings/")) return;
        if (Stream.of("error", "warning").anyMatch(message.type()::equals))
            complaints.add(message.type() + ": " + message.text());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
