package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.Party;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.LitigationEvent.Hearing;
import cn.disputes.contract.events.Particulars;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * One row of the register: what was filed, and what the steps have folded to.
 *
 * @param servedOn the first service on a defendant
 * @param defenceFiledOn the last defence, once every defendant on whom a service is recorded has filed
 * @param defenceDueOn the first day on which a defence falls due that is not filed
 * @param effectiveOn as recorded; of a retrial known to be tried as first or second instance what that comes to
 */
record LitigationRow(
        UUID id,
        String caseNumber,
        String court,
        Instance instance,
        String regionCode,
        List<Party> plaintiffs,
        String defendantCode,
        String defendantName,
        String actorCode,
        List<String> coDefendantCodes,
        ActType actType,
        Domain domain,
        LocalDate filedOn,
        String reconsiderationCaseNumber,
        String previousCaseNumber,
        LitigationStatus status,
        LocalDate servedOn,
        LocalDate defenceFiledOn,
        LocalDate defenceDueOn,
        List<Hearing> hearings,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        LocalDate effectiveOn,
        Upcoming upcoming,
        Handling handling,
        long version,
        Instant recordedAt,
        String importHash) {

    LitigationRow folded(LitigationFile file, LitigationDeadlines clock, long newVersion, Instant at, String hash) {
        return new LitigationRow(
                id,
                caseNumber,
                court,
                instance,
                regionCode,
                plaintiffs,
                defendantCode,
                defendantName,
                actorCode,
                coDefendantCodes,
                actType,
                domain,
                file.filedOn,
                reconsiderationCaseNumber,
                previousCaseNumber,
                file.status,
                file.defences.servedOn(),
                file.defences.filedOn(),
                clock.defenceDueOn(),
                file.hearings(),
                file.concludedOn,
                file.outcome,
                file.outcomeGround,
                file.inEffectSince(),
                Upcoming.of(file, clock),
                handling,
                newVersion,
                at,
                hash);
    }

    /** The same suit, known to follow another instance. */
    LitigationRow after(String previous) {
        return new LitigationRow(
                id,
                caseNumber,
                court,
                instance,
                regionCode,
                plaintiffs,
                defendantCode,
                defendantName,
                actorCode,
                coDefendantCodes,
                actType,
                domain,
                filedOn,
                reconsiderationCaseNumber,
                previous,
                status,
                servedOn,
                defenceFiledOn,
                defenceDueOn,
                hearings,
                concludedOn,
                outcome,
                outcomeGround,
                effectiveOn,
                upcoming,
                handling,
                version,
                recordedAt,
                importHash);
    }

    /** Level, kind and team are added where the event is written. */
    LitigationEvent event() {
        return new LitigationEvent(
                id,
                version,
                caseNumber,
                court,
                instance,
                regionCode,
                defendantCode,
                defendantName,
                actorCode,
                coDefendantCodes,
                actType,
                domain,
                status.name(),
                filedOn,
                servedOn,
                defenceDueOn,
                defenceFiledOn,
                reconsiderationCaseNumber,
                previousCaseNumber,
                hearings,
                concludedOn,
                outcome,
                outcomeGround,
                effectiveOn,
                recordedAt,
                Particulars.of(plaintiffs.size(), Party.organisations(plaintiffs)));
    }

    static LitigationRow map(ResultSet row, StatementContext context) throws SQLException {
        return new LitigationRow(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("court"),
                Instance.valueOf(row.getString("instance")),
                row.getString("region_code"),
                Parties.read(context.getConfig(), row.getObject("id", UUID.class), row.getString("plaintiffs")),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("actor_code"),
                List.of((String[]) row.getArray("co_defendant_codes").getArray()),
                ActType.valueOf(row.getString("act_type")),
                Domain.valueOf(row.getString("domain")),
                row.getObject("filed_on", LocalDate.class),
                row.getString("reconsideration_case_number"),
                row.getString("previous_case_number"),
                LitigationStatus.valueOf(row.getString("status")),
                row.getObject("served_on", LocalDate.class),
                row.getObject("defence_filed_on", LocalDate.class),
                row.getObject("defence_due_on", LocalDate.class),
                hearings(row.getString("hearings")),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome") == null ? null : LitigationOutcome.valueOf(row.getString("outcome")),
                row.getString("outcome_ground") == null ? null : OutcomeGround.valueOf(row.getString("outcome_ground")),
                row.getObject("effective_on", LocalDate.class),
                Upcoming.map(row),
                Handling.map(row),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("import_hash"));
    }

    private static List<Hearing> hearings(String json) {
        try {
            return List.of(EventJson.MAPPER.readValue(json, Hearing[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("hearings unreadable", e);
        }
    }
}
