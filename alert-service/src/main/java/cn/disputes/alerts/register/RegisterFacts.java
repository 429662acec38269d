package cn.disputes.alerts.register;

import cn.disputes.alerts.risk.RegisterFactor;
import cn.disputes.alerts.risk.Rows;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.risk.SuitFacts.Evidence;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the register evidences of suits, for many in one statement. Each fact comes with the day from which on it could be
 * known; nothing of the suit's own judgment, or later, is among them.
 */
public final class RegisterFacts {
    /**
     * What is known of a suit without the register; counts as long as the register does not know it.
     *
     * @param from the day it was first heard of
     */
    public record Suit(String caseNumber, String defendantCode, ActType actType, Domain domain, LocalDate from) {}

    /**
     * What the register, or whoever asks, knows of a suit.
     *
     * @param suit null where the register does not know it
     * @param instance null where the register does not tell
     */
    public record Known(KnownSuit suit, Instance instance, SuitFacts facts) {}

    private RegisterFacts() {}

    /** By number, for every suit asked for. */
    public static Map<String, Known> of(Handle h, Collection<Suit> suits) {
        var facts = new HashMap<String, Known>();
        if (suits.isEmpty()) return facts;
        var rows = new Rows();
        for (var s : suits) {
            rows.next()
                    .add("case_number", s.caseNumber())
                    .add("defendant", s.defendantCode())
                    .add("act", s.actType())
                    .add("domain", s.domain())
                    .add("since", s.from());
        }
        h.createQuery(FactsQuery.SQL)
                .bind("suits", rows.toString())
                .map((row, ctx) -> Map.entry(row.getString("case_number"), known(row)))
                .forEach(e -> facts.put(e.getKey(), e.getValue()));
        return facts;
    }

    private static Known known(ResultSet row) throws SQLException {
        var from = row.getObject("filed_on", LocalDate.class);
        var facts = new SuitFacts(
                row.getString("domain") == null ? null : Domain.valueOf(row.getString("domain")),
                row.getString("act_type") == null ? null : ActType.valueOf(row.getString("act_type")),
                from,
                List.of(),
                evidence(row, from));
        return new Known(
                row.getBoolean("known") ? KnownSuit.map(row) : null,
                row.getString("instance") == null ? null : Instance.valueOf(row.getString("instance")),
                facts);
    }

    private static List<Evidence> evidence(ResultSet row, LocalDate from) throws SQLException {
        var found = new ArrayList<Evidence>();
        var loss = row.getString("loss_number");
        if (loss != null) {
            var on = row.getObject("loss_on", LocalDate.class);
            found.add(new Evidence(
                    RegisterFactor.SIMILAR_CASE_LOST,
                    later(on, from),
                    "同一机关同类行为24个月内已败诉：" + loss + "（" + on + "）",
                    "the same agency lost on the same type of act within 24 months: " + loss + " (" + on + ")",
                    loss));
        }
        var first = row.getString("first_number");
        if (first != null)
            found.add(new Evidence(
                    RegisterFactor.FIRST_INSTANCE_LOST,
                    later(row.getObject("first_on", LocalDate.class), from),
                    "一审败诉：" + first,
                    "lost in first instance: " + first,
                    first));
        reviewed(row, from, found);
        var series = row.getObject("series_on", LocalDate.class);
        if (series != null)
            found.add(new Evidence(
                    RegisterFactor.GROUP_CASE,
                    later(series, from),
                    "同一法院、被告、行为种类三十日内十件以上",
                    "ten or more suits of one court, defendant and type of act within thirty days",
                    null));
        own(row, from, found);
        return found;
    }

    private static void reviewed(ResultSet row, LocalDate from, List<Evidence> found) throws SQLException {
        var number = row.getString("reviewed_number");
        if (number == null) return;
        var on = row.getObject("reviewed_on", LocalDate.class);
        var what = row.getString("reviewed_how");
        var zh =
                switch (what) {
                    case "OWN" -> "本案行政复议已纠错：";
                    case "OPINION" -> "就本案复议已制发意见书：";
                    default -> "同一机关同类事项复议24个月内已纠错：";
                };
        var en =
                switch (what) {
                    case "OWN" -> "set right by its own reconsideration: ";
                    case "OPINION" -> "an opinion was issued on its reconsideration: ";
                    default -> "the same agency was set right on the same subject within 24 months: ";
                };
        found.add(new Evidence(
                RegisterFactor.RECONSIDERATION_CORRECTED, later(on, from), zh + number, en + number, number));
    }

    private static void own(ResultSet row, LocalDate from, List<Evidence> found) throws SQLException {
        var actor = row.getString("actor_code");
        if (actor != null && !actor.equals(row.getString("defendant_code")))
            found.add(new Evidence(
                    RegisterFactor.ACTOR_DIFFERS,
                    from,
                    "名义主体 " + row.getString("defendant_code") + "，实施主体 " + actor,
                    "nominal agency " + row.getString("defendant_code") + ", acting agency " + actor,
                    null));
        var name = row.getString("actor_name");
        if (name != null && Township.isOne(name))
            found.add(new Evidence(
                    RegisterFactor.TOWNSHIP_ACTOR, from, "实施主体为镇街：" + name, "a township acted: " + name, null));
        var due = row.getObject("defence_due_on", LocalDate.class);
        var filed = row.getObject("defence_filed_on", LocalDate.class);
        if (due != null && (filed == null || filed.isAfter(due)))
            found.add(new Evidence(
                    RegisterFactor.DEFENCE_OVERDUE,
                    later(due.plusDays(1), from),
                    "答辩举证期限 " + due + " 已过",
                    "the term for defence and evidence ended on " + due,
                    null));
        var absent = row.getObject("head_absent_on", LocalDate.class);
        if (absent != null)
            found.add(new Evidence(
                    RegisterFactor.HEAD_ABSENT,
                    later(absent, from),
                    absent + " 开庭，负责人无正当理由未出庭",
                    "the head stayed away from the hearing of " + absent,
                    null));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return b == null || a != null && a.isAfter(b) ? a : b;
    }
}
