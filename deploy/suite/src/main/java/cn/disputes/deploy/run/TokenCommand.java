package cn.disputes.deploy.run;

import cn.disputes.deploy.local.TokenIssuer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Prints one token and nothing else. */
public final class TokenCommand {
    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final Set<String> ROLES = Set.of(
            "case-officer",
            "approver",
            "agency-liaison",
            "court-liaison",
            "leader",
            "coordinator",
            "statistician",
            "dashboard",
            "auditor",
            "admin",
            "service");

    private TokenCommand() {}

    public static void main(String[] args) {
        try {
            System.out.println(token(read(args)));
        } catch (StartFailure | IOException failure) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> read(String[] args) {
        var known = Set.of("--role", "--region", "--agency", "--name", "--data");
        var given = new HashMap<String, String>();
        for (var i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i])) throw new StartFailure("没有这个选项：" + args[i], "There is no option " + args[i]);
            if (i + 1 == args.length) throw new StartFailure(args[i] + " 缺少取值", args[i] + " needs a value");
            given.put(args[i], args[i + 1]);
        }
        return given;
    }

    private static String token(Map<String, String> given) throws IOException {
        var roles = Set.of(given.getOrDefault("--role", "").split(","));
        if (!ROLES.containsAll(roles)) {
            throw new StartFailure("--role 应取自 " + ROLES, "--role must be of " + ROLES);
        }
        var region = given.getOrDefault("--region", "");
        if (!region.matches("[0-9]{6}")) {
            throw new StartFailure("--region 应为六位行政区划代码", "--region must be a six-digit region code");
        }
        var home = Path.of(System.getProperty("suite.home", "."));
        var data = given.containsKey("--data") ? Path.of(given.get("--data")) : home.resolve(".run");
        if (!Files.exists(data.resolve("token-key.pem"))) {
            throw new StartFailure(
                    data + " 中没有密钥，请先运行 deploy/run.sh", "No key in " + data + "; run deploy/run.sh first");
        }
        var name = given.getOrDefault("--name", String.join("+", new java.util.TreeSet<>(roles)) + "@" + region);
        return TokenIssuer.in(data).token(roles, region, given.get("--agency"), name, VALIDITY);
    }
}
