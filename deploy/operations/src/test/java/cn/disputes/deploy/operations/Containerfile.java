package cn.disputes.deploy.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code deploy/Containerfile} says, with build arguments put in; refuses an instruction it does not know. */
record Containerfile(
        String from,
        Map<String, String> environment,
        List<Copy> copies,
        List<Run> runs,
        String workdir,
        String user,
        int port,
        List<String> healthcheck,
        List<String> entrypoint) {
    /** From the build context to the image. */
    record Copy(String from, String to) {}

    /**
     * What is done while the image is built.
     *
     * @param mounts from the place in the image to the folder of the build context that is shown there meanwhile
     */
    record Run(String user, Map<String, String> mounts, String command) {}

    private static final Pattern MOUNT = Pattern.compile("--mount=type=bind,source=(\\S+),target=(\\S+)\\s+");

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(?:\"([^\"]*)\"|(\\S*))");

    static Containerfile read(Path file, Map<String, String> arguments) throws IOException {
        var from = "";
        var environment = new LinkedHashMap<String, String>();
        var copies = new ArrayList<Copy>();
        var runs = new ArrayList<Run>();
        var single = new LinkedHashMap<String, String>();
        for (var line : instructions(file)) {
            var instruction = line.split("\\s+", 2)[0];
            var rest = filledIn(line.substring(instruction.length()).trim(), arguments);
            switch (instruction) {
                case "FROM" -> from = rest;
                case "ARG" -> {
                    if (!arguments.containsKey(rest)) throw new IllegalArgumentException("no argument " + rest);
                }
                case "ENV" -> {
                    var found = ASSIGNMENT.matcher(rest);
                    while (found.find())
                        environment.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
                }
                case "COPY" -> copies.add(new Copy(rest.split("\\s+")[0], rest.split("\\s+")[1]));
                case "RUN" -> runs.add(run(single.getOrDefault("USER", "0:0"), rest));
                case "WORKDIR", "USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT" -> single.put(instruction, rest);
                default -> throw new IllegalArgumentException(instruction + " is not known here");
            }
        }
        return new Containerfile(
                from,
                environment,
                copies,
                runs,
                single.get("WORKDIR"),
                single.get("USER"),
                Integer.parseInt(single.get("EXPOSE")),
                list(single.get("HEALTHCHECK").replaceFirst("^.*CMD ", "")),
                list(single.get("ENTRYPOINT")));
    }

    private static Run run(String user, String rest) {
        var mounts = new LinkedHashMap<String, String>();
        for (var mount : MOUNT.matcher(rest).results().toList()) mounts.put(mount.group(2), mount.group(1));
        return new Run(user, mounts, MOUNT.matcher(rest).replaceAll(""));
    }

    private static List<String> instructions(Path file) throws IOException {
        var text = Files.readString(file).replaceAll("(?m)^#.*\n", "").replace("\\\n", " ");
        return text.lines().map(String::trim).filter(line -> !line.isEmpty()).toList();
    }

    private static String filledIn(String text, Map<String, String> arguments) {
        var filled = text;
        for (var argument : arguments.entrySet())
            filled = filled.replace("${" + argument.getKey() + "}", argument.getValue());
        return filled;
    }

    private static List<String> list(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only the JSON form runs without a shell: " + json, e);
        }
    }
}
