package cn.disputes.alerts.analysis;

import cn.disputes.alerts.analysis.LossAnalysis.State;
import cn.disputes.alerts.delivery.Notice;
import cn.disputes.alerts.delivery.NoticeKind;
import cn.disputes.alerts.delivery.NoticeSource;
import cn.disputes.alerts.delivery.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The words of a reminder of a loss analysis. */
@ApplicationScoped
class LossNotices implements NoticeSource {
    private final Clock clock;

    LossNotices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.LOSS_ANALYSIS);
    }

    @Override
    public Map<UUID, Telling> tell(Handle h, List<Notice> told) {
        var byId = new HashMap<UUID, LossAnalysis>();
        h.createQuery("SELECT * FROM loss_analysis WHERE id = ANY (:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        told.stream().map(LossNotices::analysisOf).distinct().toArray())
                .map(LossAnalysis::map)
                .forEach(analysis -> byId.put(analysis.id(), analysis));
        var tellings = new HashMap<UUID, Telling>();
        for (var notice : told) {
            var analysis = byId.get(analysisOf(notice));
            if (analysis != null) tellings.put(notice.id(), telling(notice, analysis));
        }
        return tellings;
    }

    private Telling telling(Notice notice, LossAnalysis analysis) {
        if (analysis.state() == State.FILED) return Telling.moot("ANSWERED");
        if (analysis.state() != State.DUE) return Telling.moot("WITHDRAWN");
        var today = LocalDate.now(clock);
        var rung = LossDeadlines.Rung.valueOf(notice.code());
        // held back past its last day, a reminder is no more true; the overdue rung speaks
        if (rung == LossDeadlines.Rung.LOSS_REMINDER && today.isAfter(analysis.dueOn())) return Telling.moot("STALE");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("asOf", today);
        facts.put("analysisId", analysis.id());
        facts.put("litigationCaseNumber", analysis.caseNumber());
        facts.put("defendantCode", analysis.defendantCode());
        facts.put("defendantName", analysis.defendantName());
        facts.put("responsibleCode", analysis.responsibleCode());
        facts.put("effectiveOn", analysis.effectiveOn());
        facts.put("dueOn", analysis.dueOn());
        facts.put("calendarKnown", analysis.calendarKnown());
        var state = today.isAfter(analysis.dueOn())
                ? "已逾期 " + java.time.temporal.ChronoUnit.DAYS.between(analysis.dueOn(), today) + " 日"
                : "尚未报送";
        return Telling.of(
                analysis.caseNumber() + " " + rung.zh,
                analysis.caseNumber() + " " + rung.en,
                analysis.caseNumber() + "（被告 " + analysis.defendantName() + "）败诉，败诉分析报告应于 " + analysis.dueOn() + " 前报送，"
                        + state + "。",
                analysis.caseNumber() + " was lost by " + analysis.defendantName() + "; its analysis is due on "
                        + analysis.dueOn() + " and not filed.",
                facts);
    }

    private static UUID analysisOf(Notice notice) {
        return UUID.fromString(notice.about().get("analysisId").asText());
    }
}
