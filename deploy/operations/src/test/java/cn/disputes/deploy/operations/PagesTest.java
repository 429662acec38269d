package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a page loads is let through: by the ingress of its service, and by the proxy of one machine. */
class PagesTest {
    private static final Pattern LOADED = Pattern.compile("\\b(?:src|href)=\"([^\"#]+)\"");

    /** @param folder below the service's resources; @param address where the browser finds it */
    enum Page {
        BOARD(Service.ALERTS, "board", "/board/"),
        DASHBOARD(Service.STATS, "dashboard", "/dashboard");

        final Service service;
        final String folder;
        final String address;

        Page(Service service, String folder, String address) {
            this.service = service;
            this.folder = folder;
            this.address = address;
        }

        /** Paths of what it loads, with its own. */
        TreeSet<String> paths() throws IOException {
            var html = Files.readString(Service.HOME
                    .resolve(service.title)
                    .resolve("src/main/resources/META-INF/resources")
                    .resolve(Path.of(folder, "index.html")));
            var paths = new TreeSet<>(List.of(address));
            for (var found : LOADED.matcher(html).results().toList()) {
                var target = URI.create(address).resolve(found.group(1));
                if (!"data".equals(target.getScheme())) paths.add(target.getPath());
            }
            return paths;
        }
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void theIngressLetsThroughWhatAPageLoads(Page page) throws IOException {
        assertTrue(page.paths().size() > 2, "the page loads something");
        for (var overlay : Manifests.OVERLAYS)
            for (var path : page.paths())
                assertTrue(
                        Manifests.of(overlay).letsThrough(page.service.title, path),
                        overlay + " does not let " + path + " through to " + page.service.title);
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void theGuideTellsTheProxyToLetItThrough(Page page) throws IOException {
        var guide = Files.readString(Service.DEPLOY.resolve("README.md"));
        var from = guide.indexOf("passes on `/v1`");
        assertTrue(from > 0, "the guide says what the proxy passes on");
        var passed = guide.substring(from, guide.indexOf("never", from));
        for (var path : page.paths()) {
            var first = "/" + path.split("/")[1];
            assertTrue(passed.contains("`" + first + "`"), first);
        }
    }

    @Test
    void whatTellsAboutAServiceStaysInside() throws IOException {
        for (var overlay : Manifests.OVERLAYS)
            for (var service : Service.titles())
                for (var path : List.of("/", "/q/metrics", "/q/health/ready"))
                    assertFalse(Manifests.of(overlay).letsThrough(service, path), service + path);
    }
}
