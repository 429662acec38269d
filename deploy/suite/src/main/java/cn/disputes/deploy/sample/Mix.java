package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.List;

/** Values with their shares; {@code Mix.of("PENALTY 33", "INACTION 6")}. */
final class Mix {
    private final List<String> values = new ArrayList<>();

    private Mix() {}

    static Mix of(String... shares) {
        var mix = new Mix();
        for (var share : shares) {
            var parts = share.split(" ");
            for (var i = 0; i < Integer.parseInt(parts[1]); i++) mix.values.add(parts[0]);
        }
        return mix;
    }

    String pick(Lottery lottery) {
        return lottery.pick(values);
    }

    /** Every value as often as its share says. */
    List<String> all() {
        return List.copyOf(values);
    }
}
