package cn.disputes.deploy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs a task on many threads from the same instant, for tests of what happens when two do the same thing. */
public final class Together {
    private Together() {}

    public static <T> List<T> together(int threads, Callable<T> task) throws InterruptedException, ExecutionException {
        return together(threads, i -> task);
    }

    /** Each thread gets a task of its own, by its number from 0. */
    public static <T> List<T> together(int threads, IntFunction<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var start = new CyclicBarrier(threads);
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                var task = tasks.apply(i);
                running.add(pool.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : running) results.add(one.get());
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
