package cn.disputes.deploy.operations;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The services of an earlier release, built from the history of this checkout: the commit given by {@code
 * -Dprevious.release}, else the newest tag {@code v*}, else the commit that the pom names.
 */
record FormerRelease(String name, Path home) {
    /** The tag or commit, where the checkout has one. */
    static Optional<String> named() throws IOException, InterruptedException {
        var given = System.getProperty("previous.release", "");
        if (!given.isBlank())
            return Optional.of(commit(given)
                            .orElseThrow(() -> new IllegalArgumentException("no commit " + given
                                    + " in this checkout: fetch its history (git fetch --unshallow --tags)")))
                    .map(commit -> given);
        var tag = git("tag", "--list", "v*", "--sort=-version:refname").lines().findFirst();
        return tag.isPresent() ? tag : commit(System.getProperty("former.release", ""));
    }

    private static Optional<String> commit(String name) throws IOException, InterruptedException {
        var found = git("rev-parse", "--verify", "--quiet", name + "^{commit}").strip();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Lays it out under {@code target} and builds it, once for each commit. */
    static FormerRelease build(String name) throws IOException, InterruptedException {
        var commit = commit(name).orElseThrow();
        var home = Path.of("target/former").toAbsolutePath().resolve(commit);
        if (!Files.exists(home.resolve("built"))) {
            Files.createDirectories(home);
            Running.script(
                    java.util.Map.of(),
                    "bash",
                    "-c",
                    "set -e -o pipefail; git -C '" + Service.HOME + "' archive " + commit + " | tar -x -C '" + home
                            + "'; cd '" + home + "'; ./mvnw -B -q -Dmaven.test.skip -Dspotless.skip -pl "
                            + String.join(",", Service.titles()) + " -am package");
            Files.createFile(home.resolve("built"));
        }
        return new FormerRelease(name, home);
    }

    boolean lacks(String file) {
        return !Files.exists(home.resolve(file));
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("git", "-C", Service.HOME.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "";
    }
}
