package cn.disputes.alerts.view;

import cn.disputes.alerts.risk.EvidenceType;
import cn.disputes.alerts.round.Round;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A month of a region at a glance (每月交办一览). Every case of the region counts once, whichever round listed it; no party is
 * named.
 *
 * @param today the legal day (Shanghai) of what is said of the present: states, claims, silences
 * @param rounds the month's rounds that hold cases of the region; none: nothing has been handed over
 * @param orders one per leader and round, with the cases of the region
 * @param listed cases in the month's lists: those ordered, held and unrouted
 * @param counts of the cases listed, by the level they were listed with and the state they are in today
 * @param carried cases that earlier months' orders had already
 * @param late flagged in the month after a list was fixed
 * @param recordedAfter flagged by then, but recorded, reopened or released afterwards
 * @param held waited for their model when the list was fixed
 * @param unrouted nobody answered for them
 * @param claimed today: resolutions to be verified, the earliest claim first
 * @param resolved in the month
 * @param evidence how many of these are proved by what
 * @param lost in the month
 * @param won in the month
 * @param rungs of the ladder (督办、通报、约谈…) that fell due in the month
 * @param silences today: those that end within seven days
 */
@Schema(name = "Month")
record MonthView(
        YearMonth month,
        String regionCode,
        LocalDate today,
        List<Held> rounds,
        Orders orders,
        long listed,
        List<Count> counts,
        Section<Carried> carried,
        Section<Round.Late> late,
        Section<Round.Late> recordedAfter,
        Section<Named> held,
        Section<Unrouted> unrouted,
        Section<Claimed> claimed,
        Section<Resolved> resolved,
        List<Evidence> evidence,
        Section<Ended> lost,
        Section<Ended> won,
        List<Rung> rungs,
        Section<Ending> silences) {

    /**
     * Cases of one kind.
     *
     * @param count how many there are
     * @param items the first 500 of them
     */
    @Schema(name = "MonthSection")
    record Section<T>(long count, List<T> items) {
        private static final int SHOWN = 500;

        static <T> Section<T> of(List<T> all) {
            return new Section<>(all.size(), all.size() > SHOWN ? List.copyOf(all.subList(0, SHOWN)) : all);
        }
    }

    /** A round (每月交办). */
    @Schema(name = "MonthRound")
    record Held(String regionCode, LocalDate cutoff, LocalDate recordedOn, boolean automatic) {}

    /** {@code signed} and {@code unsigned} add up to the number of orders. */
    @Schema(name = "MonthOrders")
    record Orders(long signed, long unsigned, List<Order> items) {}

    /**
     * One leader's order.
     *
     * @param receipt when and by whom it was signed for, absent before
     * @param cases of the region in it
     * @param levels how many of them are of which colour
     * @param carried how many of them earlier months had already
     * @param open how many of them have not ended today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MonthOrder")
    record Order(
            UUID id,
            String regionCode,
            Round.Responsible leader,
            Round.SignedFor receipt,
            long cases,
            List<LevelCount> levels,
            long carried,
            long open) {}

    @Schema(name = "LevelCount")
    record LevelCount(RiskLevel level, long count) {}

    @Schema(name = "LevelStateCount")
    record Count(RiskLevel level, RiskState state, long count) {}

    /** {@code leader}: who has it today, absent when nobody has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NamedCase")
    record Named(
            UUID riskCaseId,
            String litigationCaseNumber,
            String regionCode,
            String defendantName,
            RiskLevel level,
            RiskState state,
            Round.Responsible leader) {}

    /** {@code monthsCarried}: earlier months whose orders had it already. */
    @Schema(name = "CarriedCase")
    record Carried(Named risk, int monthsCarried) {}

    /** {@code reason}: a code of routing, with its words. */
    @Schema(name = "UnroutedCase")
    record Unrouted(Named risk, String reason, String zh, String en) {}

    /**
     * A claim.
     *
     * @param claimedOn the day of the claim
     * @param evidenceType what it offers as proof, absent when the leader named nothing
     * @param verifyBy last day to verify it; absent when the ladder has none
     * @param etag what If-Match of the verification is to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClaimedCase")
    record Claimed(
            Named risk,
            LocalDate claimedOn,
            EvidenceType evidenceType,
            LocalDate verifyBy,
            boolean overdue,
            String etag) {}

    /**
     * A case resolved.
     *
     * @param evidenceType what proves it: named at the verification, else with the claim that was verified
     * @param byRegister the register tells of the withdrawal or settlement; nobody had to verify it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ResolvedCase")
    record Resolved(Named risk, LocalDate on, EvidenceType evidenceType, boolean byRegister) {}

    /** {@code evidenceType}: absent with {@code byRegister}, and where nobody said which kind. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EvidenceCount")
    record Evidence(EvidenceType evidenceType, boolean byRegister, long count) {}

    @Schema(name = "EndedCase")
    record Ended(Named risk, LocalDate on) {}

    /** One rung: {@code code} and words as the ladder has them, and every time it was reached. */
    @Schema(name = "MonthRung")
    record Rung(String code, String zh, String en, Section<Reached> reached) {}

    /** {@code leaderId}: who was responsible; {@code answered}: done since, or dealt with by a person. */
    @Schema(name = "ReachedRung")
    record Reached(Named risk, String leaderId, Instant firedAt, boolean answered) {}

    /** {@code until}: its last day. */
    @Schema(name = "EndingSilence")
    record Ending(Named risk, LocalDate until, String author) {}
}
