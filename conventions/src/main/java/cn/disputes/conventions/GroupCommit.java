package cn.disputes.conventions;

import cn.disputes.contract.problem.DatabaseFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What many requests ask for at the same moment, done in one go, so that they share a commit. Nobody waits for more to
 * come: who finds nobody at work begins at once, and what arrives meanwhile is the next go.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class GroupCommit<T, R> {
    private enum Turn {
        ANSWERED,
        /** Does its own and what else waits. */
        LEADS,
        /** The go it was part of failed: it tries by itself, so that none suffers for another. */
        ALONE,
        /** The database is away, for everybody: nobody waits longer to hear it than the first. */
        REFUSED
    }

    private static final class Place<T, R> {
        final T asked;
        final CompletableFuture<Turn> turn = new CompletableFuture<>();
        R answer;
        RuntimeException fault;

        Place(T asked) {
            this.asked = asked;
        }

        void refuse(RuntimeException why) {
            fault = why;
            turn.complete(Turn.REFUSED);
        }
    }

    private final int most;
    private final Function<List<T>, List<R>> work;
    private final Queue<Place<T, R>> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param goes how many may be under way at once
     * @param most how many requests share one
     * @param work answers each, in the order given; done whole or not at all, and harmless when repeated
     */
    public GroupCommit(int goes, int most, Function<List<T>, List<R>> work) {
        this.free = goes;
        this.most = most;
        this.work = work;
    }

    /**
     * Returns once the work that holds {@code asked} is done; throws what it threw for {@code asked} alone, or that the
     * database is away.
     */
    public R of(T asked) {
        var place = new Place<T, R>(asked);
        arrive(place);
        return switch (place.turn.join()) {
            case ANSWERED -> place.answer;
            case LEADS -> lead(place);
            case ALONE -> work.apply(List.of(asked)).get(0);
            case REFUSED -> throw place.fault;
        };
    }

    private synchronized void arrive(Place<T, R> place) {
        if (free == 0) {
            waiting.add(place);
        } else {
            free--;
            place.turn.complete(Turn.LEADS);
        }
    }

    private R lead(Place<T, R> first) {
        var go = with(first);
        try {
            var answers = work.apply(go.stream().map(place -> place.asked).toList());
            for (var i = 0; i < go.size(); i++) go.get(i).answer = answers.get(i);
            go.forEach(place -> place.turn.complete(Turn.ANSWERED));
            return first.answer;
        } catch (RuntimeException fault) {
            if (DatabaseFaults.away(fault)) {
                go.addAll(withdrawn());
                go.forEach(place -> place.refuse(fault));
                throw fault;
            }
            if (go.size() == 1) throw fault;
            go.forEach(place -> place.turn.complete(Turn.ALONE));
        } catch (Error fault) {
            go.forEach(place -> place.turn.complete(Turn.ALONE));
            throw fault;
        } finally {
            handOver();
        }
        return work.apply(List.of(first.asked)).get(0);
    }

    private synchronized List<Place<T, R>> with(Place<T, R> first) {
        var go = new ArrayList<>(List.of(first));
        while (go.size() < most && !waiting.isEmpty()) go.add(waiting.remove());
        return go;
    }

    private synchronized List<Place<T, R>> withdrawn() {
        var all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private synchronized void handOver() {
        if (waiting.isEmpty()) free++;
        else waiting.remove().turn.complete(Turn.LEADS);
    }

    /** How many wait for the next go. */
    synchronized int waiting() {
        return waiting.size();
    }
}
