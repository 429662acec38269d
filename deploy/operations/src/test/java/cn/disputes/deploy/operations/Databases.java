package cn.disputes.deploy.operations;

import java.io.IOException;
import java.util.Map;

/** The users and databases that {@code deploy/postgres/databases.sh} makes, in a server of the tests. */
final class Databases {
    private Databases() {}

    /** @param variables passwords, as {@code secrets.sh} made them */
    static void make(int port, String password, Map<String, String> variables)
            throws IOException, InterruptedException {
        var environment = new java.util.HashMap<>(variables);
        environment.putAll(address(port, password));
        Running.script(
                environment,
                "sh",
                Service.DEPLOY.resolve("postgres/databases.sh").toString());
    }

    /** What PostgreSQL's own programs read. */
    static Map<String, String> address(int port, String password) {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(port),
                "PGUSER",
                "postgres",
                "PGPASSWORD",
                password,
                "POSTGRES_USER",
                "postgres");
    }
}
