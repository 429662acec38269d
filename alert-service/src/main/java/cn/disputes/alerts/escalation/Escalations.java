package cn.disputes.alerts.escalation;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.delivery.NoticeKind;
import cn.disputes.alerts.delivery.Notices;
import cn.disputes.alerts.escalation.Climb.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks at risk cases: derives their runs from the record, stores what follows, and has what falls due told. */
@ApplicationScoped
public class Escalations {
    /** A case as it stands at one instant. */
    record Derived(EscalationFile file, Map<EscalationRun, Climb> climbs) {
        List<EscalationRun> runs() {
            return List.copyOf(climbs.keySet());
        }
    }

    private final EscalationReader reader;
    private final EscalationStore store;
    private final LadderStore ladders;
    private final Calendars calendars;
    private final Notices notices;
    private final Silences silences;
    private final Clock clock;

    Escalations(
            EscalationReader reader,
            EscalationStore store,
            LadderStore ladders,
            Calendars calendars,
            Notices notices,
            Silences silences,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.ladders = ladders;
        this.calendars = calendars;
        this.notices = notices;
        this.silences = silences;
        this.clock = clock;
    }

    /** Reads only; the same answer that a look would store. */
    Map<UUID, Derived> derive(Handle h, Collection<UUID> ids) {
        var all = ladders.all(h);
        var calendar = calendars.current(h);
        var now = clock.instant();
        var derived = new LinkedHashMap<UUID, Derived>();
        reader.read(h, ids).forEach((id, file) -> derived.put(id, derive(file, all, calendar, now)));
        return derived;
    }

    /** Where many cases stand on their ladders, by case. */
    public Map<UUID, EscalationView> views(Handle h, Collection<UUID> ids) {
        var today = LocalDate.now(clock);
        var views = new LinkedHashMap<UUID, EscalationView>();
        derive(h, ids).forEach((id, derived) -> views.put(id, EscalationView.of(derived, today)));
        return views;
    }

    /** By when orders are to be signed for. */
    public SigningDeadlines signing(Handle h) {
        return new SigningDeadlines(ladders.all(h), calendars.current(h));
    }

    static Derived derive(EscalationFile file, LadderStore.Ladders ladders, WorkingDays calendar, Instant now) {
        var climbs = new LinkedHashMap<EscalationRun, Climb>();
        for (var run : EscalationRuns.of(file, ladders::at)) {
            var ladder = ladders.version(run.ladderVersion());
            climbs.put(
                    run,
                    EscalationRules.climb(
                            run.start(),
                            ladder.resolveWithin(),
                            ladder.levels().get(run.level()),
                            file.fired.getOrDefault(run.run(), Map.of()),
                            file.happenings(run),
                            calendar,
                            now));
        }
        return new Derived(file, climbs);
    }

    /** Looks at cases this transaction has locked; returns how many there were. */
    int look(Handle h, Collection<UUID> locked) {
        if (locked.isEmpty()) return 0;
        var now = clock.instant();
        var looked = derive(h, locked);
        looked.values().forEach(derived -> store(h, derived, now));
        return looked.size();
    }

    /** Looks at the cases nobody else has in hand, and leaves the others to whoever has. */
    void lookIfFree(Handle h, Collection<UUID> ids) {
        if (!ids.isEmpty()) look(h, store.claim(h, ids));
    }

    /** Looks at one case, after whoever has it in hand. */
    void lookNow(Handle h, UUID id) {
        store.await(h, id);
        look(h, List.of(id));
    }

    private void store(Handle h, Derived derived, Instant now) {
        var risk = derived.file().risk;
        var next = new ArrayList<Instant>();
        derived.climbs().forEach((run, climb) -> {
            if (finishedBefore(derived.file(), run)) return;
            store.put(h, risk.id(), run, climb);
            tell(h, derived.file(), run, climb, now);
            if (run.endedAt() == null) climb.next(now).ifPresent(next::add);
        });
        silences.announce(h, derived, now).ifPresent(next::add);
        store.seen(
                h,
                risk.id(),
                risk.version(),
                next.stream().min(Instant::compareTo).orElse(null));
    }

    /** Stored as ended at an earlier look: nothing about it changes any more. */
    private static boolean finishedBefore(EscalationFile file, EscalationRun run) {
        return file.runs.size() >= run.run() && file.runs.get(run.run() - 1).endedAt() != null;
    }

    private void tell(Handle h, EscalationFile file, EscalationRun run, Climb climb, Instant now) {
        for (var step : climb.steps()) {
            var known = file.firedAt(run.run(), step.rung().code()) != null;
            if (step.state() == State.FIRED && !known) fallen(h, file, run, step);
            if (step.silenced(now)) withhold(h, file, run, step, climb.silencedUntil());
        }
    }

    /** Once: the row of the rung and the notice commit together, and each has one key. */
    private void fallen(Handle h, EscalationFile file, EscalationRun run, Climb.Step step) {
        var risk = file.risk;
        var key = key(file, run, step);
        var about = Map.of("run", run.run(), "rung", step.rung().code());
        var answered = step.answeredAt() != null;
        if (answered || run.endedAt() != null) {
            // fell due while nobody looked, and was answered before anybody did: on record, but told to nobody
            notices.withhold(
                    h,
                    key,
                    NoticeKind.RUNG,
                    step.rung().code(),
                    risk.regionCode(),
                    risk.level(),
                    risk.id(),
                    run.leader(),
                    answered ? "ANSWERED" : "CLOSED",
                    about);
            return;
        }
        notices.add(
                h,
                key,
                NoticeKind.RUNG,
                step.rung().code(),
                risk.regionCode(),
                risk.level(),
                agencies(file),
                risk.id(),
                run.leader(),
                step.rung().tells(),
                about);
    }

    private void withhold(Handle h, EscalationFile file, EscalationRun run, Climb.Step step, LocalDate until) {
        notices.withhold(
                h,
                key(file, run, step) + ":silenced:" + until,
                NoticeKind.RUNG,
                step.rung().code(),
                file.risk.regionCode(),
                file.risk.level(),
                file.risk.id(),
                run.leader(),
                "SILENCED",
                Map.of("run", run.run(), "rung", step.rung().code(), "until", until.toString()));
    }

    private static String key(EscalationFile file, EscalationRun run, Climb.Step step) {
        return "rung:" + file.risk.id() + ":" + run.run() + ":" + step.rung().code();
    }

    /** The agency concerned, whose own subscribers hear too. */
    private static Set<String> agencies(EscalationFile file) {
        return Stream.ofNullable(file.risk.defendantCode())
                .filter(code -> !code.isEmpty())
                .collect(java.util.stream.Collectors.toSet());
    }
}
