package cn.disputes.deploy.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What run.sh was asked for. */
record Options(boolean empty, boolean reset, boolean help, Path data, List<Integer> ports) {
    static final String USAGE =
            """
            deploy/run.sh [--empty] [--data DIR] [--reset] [--ports C,A,S]
              --empty        不装载示例数据 / load no sample
              --data DIR     数据目录，默认 .run / data folder, .run by default
              --reset        先清空数据目录 / empty the data folder first
              --ports C,A,S  三个服务的端口，默认 8081,8082,8083 / ports of the three services
            """;

    static Options parse(String[] args, Path home) {
        var empty = false;
        var reset = false;
        var help = false;
        var data = home.resolve(".run");
        var ports = List.of(8081, 8082, 8083);
        for (var i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> empty = true;
                case "--reset" -> reset = true;
                case "--help", "-h" -> help = true;
                case "--data" ->
                    data = Path.of(value(args, ++i)).toAbsolutePath().normalize();
                case "--ports" -> ports = ports(value(args, ++i));
                default -> throw new StartFailure("没有这个选项：" + args[i], "There is no option " + args[i]);
            }
        }
        return new Options(empty, reset, help, data, ports);
    }

    private static String value(String[] args, int i) {
        if (i < args.length) return args[i];
        throw new StartFailure(args[i - 1] + " 缺少取值", args[i - 1] + " needs a value");
    }

    private static List<Integer> ports(String text) {
        try {
            var ports = Arrays.stream(text.split(","))
                    .map(String::trim)
                    .map(Integer::valueOf)
                    .toList();
            if (ports.size() == 3
                    && ports.stream().distinct().count() == 3
                    && ports.stream().allMatch(p -> p > 0 && p < 65536)) return ports;
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new StartFailure(
                "--ports 应为三个不同的端口，如 8081,8082,8083", "--ports must be three different ports such as 8081,8082,8083");
    }
}
