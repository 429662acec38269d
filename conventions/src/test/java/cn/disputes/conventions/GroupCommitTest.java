package cn.disputes.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    private final ExecutorService askers = Executors.newFixedThreadPool(32);
    /** The first go has begun, and goes on when it is let. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private final CountDownLatch held = new CountDownLatch(1);
    private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        askers.shutdownNow();
    }

    @Test
    void whatComesWhileOneIsAtWorkIsDoneInOneGo() throws Exception {
        var group = held(64, asked -> {
            return asked.stream().map(n -> n * n).toList();
        });
        var first = askers.submit(() -> group.of(1));
        begun.await();
        var others = IntStream.range(2, 12).mapToObj(n -> ask(group, n)).toList();
        queued(group, 10);
        held.countDown();

        assertEquals(1, first.get());
        for (var i = 0; i < others.size(); i++)
            assertEquals((i + 2) * (i + 2), others.get(i).get());
        assertEquals(List.of(1, 10), goes.stream().map(List::size).toList());
    }

    @Test
    void noGoIsLargerThanItMayBe() throws Exception {
        var group = held(4, asked -> {
            return asked;
        });
        var first = askers.submit(() -> group.of(0));
        begun.await();
        var others = IntStream.range(1, 11).mapToObj(n -> ask(group, n)).toList();
        queued(group, 10);
        held.countDown();

        first.get();
        for (var other : others) other.get();
        assertEquals(List.of(1, 4, 4, 2), goes.stream().map(List::size).toList());
    }

    @Test
    void oneThatFailsFailsAlone() throws Exception {
        var group = held(64, asked -> {
            if (asked.contains(5)) throw new IllegalArgumentException("five");
            return asked;
        });
        var first = askers.submit(() -> group.of(0));
        begun.await();
        var others = IntStream.range(1, 10).mapToObj(n -> ask(group, n)).toList();
        queued(group, 9);
        held.countDown();

        assertEquals(0, first.get());
        for (var n = 1; n < 10; n++) {
            var answer = others.get(n - 1);
            if (n == 5)
                assertEquals(
                        "five",
                        assertThrows(ExecutionException.class, answer::get)
                                .getCause()
                                .getMessage());
            else assertEquals(n, answer.get());
        }
        assertEquals(7, group.of(7), "goes on afterwards");
    }

    /** Else each would wait for the database in its turn, and the last of them for minutes. */
    @Test
    void whoeverWaitsIsToldAtOnceThatTheDatabaseIsAway() throws Exception {
        var away = new AtomicBoolean(true);
        var group = held(4, asked -> {
            if (away.get()) throw new IllegalStateException(new SQLException("gone", "08001"));
            return asked;
        });
        var first = askers.submit(() -> group.of(0));
        begun.await();
        var others = IntStream.range(1, 11).mapToObj(n -> ask(group, n)).toList();
        queued(group, 10);
        held.countDown();

        assertThrows(ExecutionException.class, first::get);
        for (var other : others) assertThrows(ExecutionException.class, other::get);
        assertEquals(1, goes.size(), "one try for all");
        away.set(false);
        assertEquals(7, group.of(7), "goes on afterwards");
    }

    @Test
    void nobodyIsForgottenAndNoMoreAreAtWorkThanMayBe() throws Exception {
        var atWork = new AtomicInteger();
        var group = new GroupCommit<Integer, Integer>(2, 8, asked -> {
            var now = atWork.incrementAndGet();
            try {
                if (now > 2) throw new IllegalStateException("three at once");
                goes.add(asked);
                return asked.stream().map(n -> -n).toList();
            } finally {
                atWork.decrementAndGet();
            }
        });
        var answers = IntStream.range(0, 20_000).mapToObj(n -> ask(group, n)).toList();
        for (var n = 0; n < answers.size(); n++) assertEquals(-n, answers.get(n).get(30, TimeUnit.SECONDS));
        assertEquals(20_000, goes.stream().mapToInt(List::size).sum());
    }

    /** One go at a time, the first of which waits for {@link #held}. */
    private GroupCommit<Integer, Integer> held(int most, Function<List<Integer>, List<Integer>> work) {
        return new GroupCommit<>(1, most, asked -> {
            goes.add(asked);
            begun.countDown();
            await(held);
            return work.apply(asked);
        });
    }

    private Future<Integer> ask(GroupCommit<Integer, Integer> group, int n) {
        return askers.submit(() -> group.of(n));
    }

    private static void queued(GroupCommit<?, ?> group, int many) {
        while (group.waiting() < many) Thread.onSpinWait();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
