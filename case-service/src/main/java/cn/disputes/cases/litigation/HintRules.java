package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStepType.*;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the law says of a suit as it stands, beyond its dates; nothing here refuses a step. */
final class HintRules {
    /** 法释〔2020〕3号 Art. 4: food and drugs, ecology and resources, public health. */
    private static final Set<Domain> MAJOR_PUBLIC_INTEREST =
            EnumSet.of(Domain.ECOLOGY, Domain.NATURAL_RESOURCES, Domain.HEALTH);

    private final LitigationFile file;
    private final LitigationDeadlines deadlines;
    private final List<Deadline> clocks;
    private final LocalDate today;

    /** @param clocks every clock of the case, those of its filing too */
    HintRules(LitigationFile file, LitigationDeadlines deadlines, List<Deadline> clocks, LocalDate today) {
        this.file = file;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.today = today;
    }

    List<SuitHint> of(String previousCaseNumber, Domain domain, boolean premature) {
        var hints = new ArrayList<SuitHint>();
        when(breached("FILE_AFTER_RECON", "FILE_DIRECT", "FILE_INACTION"), hints, SuitHint.FILED_LATE);
        when(premature, hints, SuitHint.FILED_EARLY);
        when(previousCaseNumber == null && file.instance != Instance.FIRST, hints, SuitHint.PREVIOUS_CASE_MISSING);
        when(previousCaseNumber != null && file.simplified(), hints, SuitHint.SIMPLIFIED_AFTER_REMAND);
        when(lateEvidence(), hints, SuitHint.LATE_EVIDENCE);
        when(notCalled(domain), hints, SuitHint.HEAD_TO_BE_NOTIFIED);
        when(deadlines.convertedLate(), hints, SuitHint.CONVERTED_LATE);
        when(timedOut(), hints, SuitHint.SUSPENSION_TIMED_OUT);
        when(file.effectiveOn != null && file.appealedOn != null, hints, SuitHint.EFFECTIVE_THOUGH_APPEALED);
        when(effectiveEarly(), hints, SuitHint.EFFECTIVE_EARLY);
        return hints;
    }

    /** An extension that was granted moves the evidence; the defence itself keeps its date. */
    private boolean lateEvidence() {
        if (file.instance != Instance.FIRST) return false;
        if (file.dayOf(EVIDENCE_EXTENSION_GRANTED) == null) return breached("DEFENCE") || breached("SIMPLE_EVID");
        var extended = deadlines.extendedEvidence();
        return extended != null && extended.breached();
    }

    private boolean notCalled(Domain domain) {
        return MAJOR_PUBLIC_INTEREST.contains(domain)
                && !file.notices.isEmpty()
                && file.notices.stream().noneMatch(notice -> Boolean.TRUE.equals(notice.headNotified()));
    }

    private boolean timedOut() {
        var open = file.suspended();
        return open != null
                && open.ground() != null
                && ConclusionRules.GROUNDS_THAT_TIME_OUT.contains(open.ground())
                && !today.isBefore(open.from().plusDays(90));
    }

    private boolean effectiveEarly() {
        return file.effectiveOn != null
                && file.appealedOn == null
                && clocks.stream().anyMatch(c -> c.code().equals("APPEAL") && !file.effectiveOn.isAfter(c.end()));
    }

    private boolean breached(String... codes) {
        return clocks.stream().anyMatch(c -> c.breached() && List.of(codes).contains(c.code()));
    }

    private static void when(boolean holds, List<SuitHint> hints, SuitHint hint) {
        if (holds) hints.add(hint);
    }
}
