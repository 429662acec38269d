package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.History;
import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.cases.intake.CopyLine;
import cn.disputes.cases.intake.Intake;
import cn.disputes.cases.intake.RegisterImport;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Loads reconsiderations from files: the history columns become real steps. */
@Singleton
class ReconsiderationImport extends RegisterImport<ReconsiderationHistory, ReconsiderationRow, ReconsiderationStep> {
    private final ReconsiderationStore store;
    private final ReconsiderationRegister register;
    private final Intake intake;

    ReconsiderationImport(ReconsiderationStore store, ReconsiderationRegister register, Intake intake) {
        super(intake);
        this.store = store;
        this.register = register;
        this.intake = intake;
    }

    @Override
    public String kind() {
        return "reconsiderations";
    }

    @Override
    public String table() {
        return "reconsideration";
    }

    @Override
    public List<Column> columns() {
        return ReconsiderationHistory.COLUMNS;
    }

    @Override
    public StepLog<ReconsiderationStep> steps() {
        return store.steps;
    }

    @Override
    public ReconsiderationHistory read(Cells cells, Author author) {
        return ReconsiderationHistory.read(cells, author.scope(), LocalDate.now(intake.clock));
    }

    @Override
    public ReconsiderationRow blank(UUID id, ReconsiderationHistory wanted, String agencyName) {
        return wanted.row(id, agencyName, List.of(wanted.applicant()), intake.clock.instant());
    }

    /** The parties on record stay: they may have been corrected since, or forgotten after their term. */
    @Override
    public ReconsiderationRow merged(ReconsiderationRow present, ReconsiderationHistory wanted, String agencyName) {
        return wanted.row(present.id(), agencyName, present.applicants(), intake.clock.instant());
    }

    @Override
    public ReconsiderationRow fold(
            Handle h,
            ReconsiderationRow row,
            List<RecordedStep<ReconsiderationStep>> history,
            long version,
            String hash) {
        return register.fold(h, row, history, version, hash);
    }

    @Override
    public Map<UUID, ReconsiderationRow> find(Handle h, Collection<UUID> ids) {
        return store.findAll(h, ids);
    }

    @Override
    public void update(Handle h, List<ReconsiderationRow> rows) {
        register.updateAll(h, rows);
    }

    /** What silence accepted is exported with the day of its acceptance, which no step recorded. */
    @Override
    public List<ReconsiderationStep> told(
            ReconsiderationHistory wanted, ReconsiderationRow row, List<RecordedStep<ReconsiderationStep>> recorded) {
        var silent = row.concludedOn() != null
                && History.effective(recorded).stream()
                        .noneMatch(step -> step.body().type() == ReconsiderationStepType.ACCEPTED);
        if (!silent) return wanted.steps();
        return wanted.steps().stream()
                .filter(step -> step.type() != ReconsiderationStepType.ACCEPTED
                        || !step.on().equals(row.acceptedOn()))
                .toList();
    }

    /** Refuses what only an approver, or nobody, may add. */
    @Override
    public void mayAmend(
            Handle h, List<RecordedStep<ReconsiderationStep>> before, List<RecordedStep<ReconsiderationStep>> after) {
        for (var step : after.subList(before.size(), after.size())) {
            if (!ReconsiderationRules.needsApproval(step.body(), after)) continue;
            throw ProblemException.invalid(
                    "outcome",
                    "该案由人工登记，此项须经审批，请在案件中提出",
                    "A person registered this case; propose it there, for another has to approve it");
        }
        register.fitsCalendar(h, before, after);
    }

    @Override
    public CaseEvent event(ReconsiderationRow row) {
        return row.event();
    }

    @Override
    public ReconsiderationStep rectify(int sequence, ReconsiderationStep right) {
        return ReconsiderationStep.with(ReconsiderationStepType.RECTIFIED, right.on())
                .reason("批量导入更正")
                .rectifies(sequence, right)
                .build();
    }

    @Override
    public void opening(Handle h, Collection<String> numbers) {
        CaseNumbers.skip(h, numbers);
    }

    /** A number that another authority of ours gives would stand in the way of its own. */
    @Override
    protected List<Understood> understood(Handle h, List<Cells> rows, Author author) {
        var issuers = CaseNumbers.issuers(h);
        return rows.stream().map(row -> understood(issuers, row)).toList();
    }

    private static Understood understood(Map<String, String> issuers, Cells row) {
        try {
            CaseNumbers.check(issuers, row.text("caseNumber"), row.text("regionCode"));
            return new Understood(row, null);
        } catch (ProblemException refused) {
            return new Understood(row, refused);
        }
    }

    @Override
    public String copied() {
        return """
                id, case_number, region_code, received_on, channel, applicants, respondent_code, respondent_name,
                act_type, domain, law_version, status, procedure, accepted_on, copy_served_on, replied_on, concluded_on,
                outcome, outcome_ground, decision_served_on, review_due_on, reply_due_on, decide_due_on, hearing_on,
                compensated, compensation_amount,
                version, recorded_at, import_hash""";
    }

    @Override
    public CopyLine line(Handle h, ReconsiderationRow r) {
        return new CopyLine()
                .add(r.id())
                .add(r.caseNumber())
                .add(r.regionCode())
                .add(r.receivedOn())
                .add(r.channel())
                .add(Parties.json(h.getConfig(), r.id(), r.applicants()))
                .add(r.respondentCode())
                .add(r.respondentName())
                .add(r.actType())
                .add(r.domain())
                .add(r.lawVersion().wireName())
                .add(r.status())
                .add(r.procedure())
                .add(r.acceptedOn())
                .add(r.copyServedOn())
                .add(r.repliedOn())
                .add(r.concludedOn())
                .add(r.outcome())
                .add(r.outcomeGround())
                .add(r.decisionServedOn())
                .add(r.reviewDueOn())
                .add(r.replyDueOn())
                .add(r.decideDueOn())
                .add(r.hearingOn())
                .add(r.compensated())
                .add(r.compensationAmount())
                .add(r.version())
                .add(r.recordedAt())
                .add(r.importHash());
    }
}
