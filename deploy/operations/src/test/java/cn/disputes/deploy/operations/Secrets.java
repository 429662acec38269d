package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What {@code deploy/secrets.sh} makes, in a folder of the tests. */
record Secrets(Path folder, Map<String, String> variables) {
    static Secrets make(Path folder, String keycloakUrl) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(".env"));
        Running.script(
                Map.of(),
                Service.DEPLOY.resolve("secrets.sh").toString(),
                "--dir",
                folder.toString(),
                "--keycloak",
                keycloakUrl);
        return new Secrets(folder, Compose.values(folder.resolve(".env")));
    }

    /** What {@code compose.yaml} tells a service, for a service that is no container: files where they lie here. */
    Map<String, String> environment(String service) throws IOException {
        var environment = new HashMap<>(Compose.read().environment(service, variables));
        environment.replaceAll((name, value) -> value.replaceFirst("^/run/secrets/", folder.resolve("secrets") + "/"));
        return environment;
    }
}
