package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs an image without a container engine: a root of its own that nobody can write to but for {@code /tmp}, the image's
 * user without any privilege, the image's environment and no other, and a limit of memory by the kernel. What stands in
 * for the base image is this machine's own system and its JDK 25.
 */
final class Cage implements AutoCloseable {
    private static final Path MEMORY = Path.of("/sys/fs/cgroup/memory");
    private static final String ENTER =
            """
            set -e
            [ -z "$CAGE_MEMORY" ] || echo $$ > "$CAGE_MEMORY/cgroup.procs"
            root=$CAGE_ROOT
            mount -t tmpfs -o size=1m,mode=755 none "$root"
            mkdir "$root"/{proc,sys,dev,dev/shm,tmp,app}
            for part in usr bin lib lib64 etc; do
              if [ -L "/$part" ]; then cp -P "/$part" "$root/$part"
              elif [ -d "/$part" ]; then mkdir "$root/$part"; mount --bind "/$part" "$root/$part"; mount -o remount,ro,bind "$root/$part"
              fi
            done
            mount --bind "$CAGE_APP" "$root/app"
            [ -n "$CAGE_BUILD" ] || mount -o remount,ro,bind "$root/app"
            for shown in $CAGE_SHOWN; do
              mkdir "$root/${shown%%=*}"; mount --bind "${shown#*=}" "$root/${shown%%=*}"
              mount -o remount,ro,bind "$root/${shown%%=*}"
            done
            mount --rbind /sys "$root/sys"
            mount -t proc proc "$root/proc"
            for device in null urandom random; do touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
            mount -t tmpfs -o size=64m,mode=1777 none "$root/dev/shm"
            mount -t tmpfs -o size=${CAGE_TMP:-64m},mode=1777 none "$root/tmp"
            mount -o remount,ro "$root"
            # whoever builds an image may do what root does
            [ "$CAGE_USER" != 0:0 ] || exec chroot "$root" env -i "$@"
            exec chroot "$root" setpriv --reuid "${CAGE_USER%:*}" --regid "${CAGE_USER#*:}" --clear-groups --no-new-privs \
              --bounding-set=-all --inh-caps=-all -- env -i "$@"
            """;

    private final Path folder;
    private final Path memory;
    private final Containerfile image;
    private final Process process;

    private Cage(Path folder, Path memory, Containerfile image, Process process) {
        this.folder = folder;
        this.memory = memory;
        this.image = image;
        this.process = process;
    }

    /** Why it cannot be done on this machine, if it cannot. */
    static Optional<String> missing() throws IOException, InterruptedException {
        if (jdk25().isEmpty()) return Optional.of("no JDK 25 under /usr/lib/jvm");
        if (!"root".equals(System.getProperty("user.name")))
            return Optional.of("not root: no root file system to make");
        if (!Files.isWritable(MEMORY)) return Optional.of("no memory control group of version 1");
        var trial = new ProcessBuilder("unshare", "-m", "-p", "-f", "setpriv", "--version").start();
        return trial.waitFor() == 0 ? Optional.empty() : Optional.of("unshare or setpriv do not work here");
    }

    private static Optional<Path> jdk25() throws IOException {
        var all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) return Optional.empty();
        try (var found = Files.list(all)) {
            return found.filter(jdk -> jdk.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                    .findFirst();
        }
    }

    /**
     * @param folder where the image is laid out, emptied before
     * @param megabytes what the kernel allows it to have
     * @param environment what whoever runs the image adds to the image's own
     */
    static Cage start(Path folder, Containerfile image, int megabytes, Map<String, String> environment)
            throws IOException {
        lay(folder, image);
        for (var run : image.runs()) build(folder, image, run);
        var memory = MEMORY.resolve("disputes-" + ProcessHandle.current().pid() + "-" + folder.getFileName());
        Files.createDirectories(memory);
        Files.writeString(memory.resolve("memory.limit_in_bytes"), Long.toString(megabytes * 1024L * 1024));
        var command = inside(image, environment);
        command.addAll(image.entrypoint());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CAGE_MEMORY", memory.toString(),
                        "CAGE_ROOT", folder.resolve("root").toString(),
                        "CAGE_APP", folder.resolve("app").toString(),
                        "CAGE_USER", image.user()));
        return new Cage(folder, memory, image, builder.start());
    }

    private static List<String> inside(Containerfile image, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of("unshare", "-m", "-p", "-f", "--propagation", "private"));
        command.addAll(List.of("bash", "-c", ENTER, "cage"));
        var all = new java.util.TreeMap<>(image.environment());
        all.put("PATH", jdk25().orElseThrow() + "/bin:/usr/bin:/bin");
        all.putAll(environment);
        all.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    /** What the recipe runs while the image is built, where the image's tree can still be written to. */
    private static void build(Path folder, Containerfile image, Containerfile.Run run) throws IOException {
        var command = inside(image, Map.of());
        command.addAll(List.of("sh", "-c", run.command()));
        var log = folder.resolve("build");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var shown = run.mounts().entrySet().stream()
                .map(mount -> mount.getKey().substring(1) + "=" + Service.HOME.resolve(mount.getValue()))
                .collect(Collectors.joining(" "));
        builder.environment()
                .putAll(Map.of(
                        "CAGE_MEMORY",
                        "",
                        "CAGE_BUILD",
                        "true",
                        "CAGE_SHOWN",
                        shown,
                        "CAGE_TMP",
                        "1g",
                        "CAGE_ROOT",
                        folder.resolve("root").toString(),
                        "CAGE_APP",
                        folder.resolve("app").toString(),
                        "CAGE_USER",
                        run.user()));
        var process = builder.start();
        try {
            if (process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == 0) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException(run.command() + ":\n" + Files.readString(log));
    }

    /** Copies what the recipe copies, readable by all and writable by nobody but root. */
    private static void lay(Path folder, Containerfile image) throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var file : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        Files.createDirectories(folder.resolve("root"));
        for (var copy : image.copies()) {
            var from = Service.HOME.resolve(copy.from());
            var to = folder.resolve(copy.to().substring(1));
            try (var files = Files.walk(from)) {
                for (var file : files.toList()) {
                    var target = Files.isDirectory(from) ? to.resolve(from.relativize(file)) : to;
                    if (!Files.isDirectory(file)) Files.copy(file, target);
                    else Files.createDirectories(target);
                }
            }
        }
    }

    /** Runs a command beside the image's own, as its user, and answers with its exit code. */
    int run(List<String> command) throws IOException, InterruptedException {
        var inside = new ArrayList<>(List.of("nsenter", "-t", Long.toString(pid()), "-m", "-p", "-r", "-w"));
        inside.addAll(List.of("setpriv", "--reuid", image.user().split(":")[0], "--clear-groups", "--no-new-privs"));
        inside.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin"));
        image.environment().forEach((name, value) -> inside.add(name + "=" + value));
        inside.addAll(command);
        var ran = new ProcessBuilder(inside)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("beside").toFile())
                .start();
        return ran.waitFor(30, TimeUnit.SECONDS) ? ran.exitValue() : -1;
    }

    /** The image's process as this machine numbers it: the child of the one that made the name space. */
    long pid() {
        return process.children().findFirst().orElseThrow().pid();
    }

    /** Whether a file of the image is mapped into the memory of its process. */
    boolean uses(String file) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "maps")).stream()
                .anyMatch(line -> line.endsWith(file));
    }

    String status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).trim())
                .findFirst()
                .orElseThrow();
    }

    /** The most memory it ever had, and how often the kernel had to refuse it more. */
    long mostBytes() throws IOException {
        return Long.parseLong(
                Files.readString(memory.resolve("memory.max_usage_in_bytes")).trim());
    }

    boolean killedForMemory() throws IOException {
        return !Files.readString(memory.resolve("memory.oom_control")).contains("oom_kill 0");
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As an orchestrator ends it: SIGTERM, and its exit code. */
    int terminate(int seconds) throws InterruptedException {
        ProcessHandle.of(pid()).orElseThrow().destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        for (var tries = 0; Files.exists(memory) && tries < 50; tries++) {
            try {
                Files.delete(memory);
            } catch (java.nio.file.FileSystemException stillDying) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
