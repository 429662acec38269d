package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A whole case evaluated: its twelve steps folded, every clock counted, as of a day. Run by deploy/bench/clock.sh. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ClockBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 30);

    private final WorkingCalendar calendar = ShippedCalendar.load();
    private final List<RecordedStep<ReconsiderationStep>> history = history();

    private static List<RecordedStep<ReconsiderationStep>> history() {
        var steps = List.of(
                step(ReconsiderationStepType.RECEIVED, "2025-01-20").build(),
                step(ReconsiderationStepType.CORRECTION_REQUESTED, "2025-01-23")
                        .items("身份证明")
                        .build(),
                step(ReconsiderationStepType.CORRECTED, "2025-02-10").build(),
                step(ReconsiderationStepType.ACCEPTED, "2025-02-13")
                        .procedure(Procedure.ORDINARY)
                        .build(),
                step(ReconsiderationStepType.COPY_SERVED, "2025-02-19").build(),
                step(ReconsiderationStepType.REPLY_RECEIVED, "2025-03-03").build(),
                step(ReconsiderationStepType.OPINIONS_HEARD, "2025-03-10").build(),
                step(ReconsiderationStepType.SUSPENDED, "2025-03-17").ground(7).build(),
                step(ReconsiderationStepType.RESUMED, "2025-05-06").build(),
                step(ReconsiderationStepType.EXTENDED, "2025-05-20").days(30).build(),
                step(ReconsiderationStepType.DECIDED, "2025-06-20")
                        .outcome(ReconsiderationOutcome.UPHELD)
                        .build(),
                step(ReconsiderationStepType.DECISION_SERVED, "2025-06-25").build());
        var recorded = new ArrayList<RecordedStep<ReconsiderationStep>>();
        for (var step : steps) recorded.add(new RecordedStep<>(recorded.size() + 1, step, Instant.EPOCH, "合成"));
        return recorded;
    }

    private static ReconsiderationStepBuilder step(ReconsiderationStepType type, String on) {
        return ReconsiderationStep.with(type, LocalDate.parse(on));
    }

    @Benchmark
    public List<Deadline> evaluate() {
        return new ReconsiderationDeadlines(ReconsiderationFile.fold(history), calendar, TODAY).all();
    }
}
