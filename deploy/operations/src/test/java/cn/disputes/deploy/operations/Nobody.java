package cn.disputes.deploy.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL refuses to run as root: where the tests do, it runs as nobody. */
final class Nobody {
    private static final int ID = 65534;
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Nobody() {}

    static String[] runs(String... command) {
        if (!ROOT) return command;
        var all = new ArrayList<>(List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups", "--"));
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }

    static void owns(Path folder) throws java.io.IOException, InterruptedException {
        if (ROOT) Running.script(Map.of(), "chown", "-R", Integer.toString(ID), folder.toString());
    }
}
