package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time: each purpose has a sequence of its own, so one more draw here shifts nothing there. */
final class Lottery {
    private static final long YEAR = 2022;

    /** {@link Random}'s sequence is part of its specification, on every JDK. */
    private final Random random;

    private Lottery(long seed) {
        random = new Random(seed);
    }

    static Lottery of(String purpose) {
        return new Lottery(YEAR * 1_000_003 + purpose.hashCode());
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> List<T> shuffled(Collection<T> of) {
        var copy = new ArrayList<>(of);
        Collections.shuffle(copy, random);
        return copy;
    }
}
