package cn.disputes.cases.litigation;

import cn.disputes.cases.agency.AgencyStore;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Loads suits from files: the history columns become real steps. */
@Singleton
class LitigationImport extends RegisterImport<LitigationHistory, LitigationRow, LitigationStep> {
    private final LitigationStore store;
    private final LitigationRegister register;
    private final AgencyStore agencies;
    private final Intake intake;

    LitigationImport(LitigationStore store, LitigationRegister register, AgencyStore agencies, Intake intake) {
        super(intake);
        this.agencies = agencies;
        this.store = store;
        this.register = register;
        this.intake = intake;
    }

    @Override
    public String kind() {
        return "litigations";
    }

    @Override
    public String table() {
        return "litigation";
    }

    @Override
    public List<Column> columns() {
        return LitigationHistory.COLUMNS;
    }

    @Override
    public List<List<Column>> layouts() {
        return List.of(LitigationHistory.COLUMNS, CourtList.COLUMNS);
    }

    @Override
    protected List<Understood> understood(Handle h, List<Cells> rows, Author author) {
        if (rows.isEmpty() || !CourtList.holds(rows.get(0))) return super.understood(h, rows, author);
        var names = new HashSet<String>();
        rows.forEach(row -> names.addAll(CourtList.named(row)));
        var list = new CourtList(rows, agencies.findByName(h, names));
        return rows.stream().map(row -> understood(list, row)).toList();
    }

    private static Understood understood(CourtList list, Cells row) {
        try {
            return new Understood(list.ours(row), null);
        } catch (ProblemException refused) {
            return new Understood(null, refused);
        }
    }

    @Override
    public StepLog<LitigationStep> steps() {
        return store.steps;
    }

    @Override
    public LitigationHistory read(Cells cells, Author author) {
        try {
            return LitigationHistory.read(cells, author.scope(), LocalDate.now(intake.clock));
        } catch (ProblemException refused) {
            throw cells.text(LitigationHistory.FROM_COURT) == null ? refused : CourtList.inItsColumns(refused);
        }
    }

    @Override
    public LitigationRow blank(UUID id, LitigationHistory wanted, String agencyName) {
        return wanted.row(id, agencyName, List.of(wanted.plaintiff()), intake.clock.instant());
    }

    /**
     * The parties on record stay: they may have been corrected since, or forgotten after their term. So does what the
     * file leaves empty. A court's list knows less of a suit than any other file; it only adds the instance before.
     */
    @Override
    public LitigationRow merged(LitigationRow present, LitigationHistory wanted, String agencyName) {
        if (!wanted.fromCourt())
            return wanted.over(present).row(present.id(), agencyName, present.plaintiffs(), intake.clock.instant());
        return present.previousCaseNumber() == null ? present.after(wanted.previousCaseNumber()) : present;
    }

    @Override
    public LitigationRow fold(
            Handle h, LitigationRow row, List<RecordedStep<LitigationStep>> history, long version, String hash) {
        return register.fold(h, row, history, version, hash);
    }

    @Override
    public Map<UUID, LitigationRow> find(Handle h, Collection<UUID> ids) {
        return store.findAll(h, ids);
    }

    @Override
    public void update(Handle h, List<LitigationRow> rows) {
        store.saveAll(h, rows);
    }

    /**
     * What a retrial comes to, and the first service on whichever defendant, is exported with its day, though no step says so
     * of the suit or of the nominal defendant.
     */
    @Override
    public List<LitigationStep> told(
            LitigationHistory wanted, LitigationRow row, List<RecordedStep<LitigationStep>> recorded) {
        var known = History.effective(recorded).stream().map(RecordedStep::body).toList();
        return wanted.steps().stream()
                .filter(step -> !saysTheRow(step, row) || known.stream().anyMatch(body -> body.speaksOf(step)))
                .toList();
    }

    private static boolean saysTheRow(LitigationStep step, LitigationRow row) {
        return switch (step.type()) {
            case EFFECTIVE -> step.on().equals(row.effectiveOn());
            case SERVED -> step.on().equals(row.servedOn());
            case DEFENCE_FILED -> step.on().equals(row.defenceFiledOn());
            default -> false;
        };
    }

    @Override
    public CaseEvent event(LitigationRow row) {
        return row.event();
    }

    @Override
    public LitigationStep rectify(int sequence, LitigationStep right) {
        return LitigationStep.with(LitigationStepType.RECTIFIED, right.on())
                .reason("批量导入更正")
                .step(sequence)
                .replacement(right)
                .build();
    }

    @Override
    public String copied() {
        return """
                id, case_number, court, instance, region_code, plaintiffs, defendant_code, defendant_name, actor_code,
                co_defendant_codes, act_type, domain, filed_on, reconsideration_case_number, previous_case_number,
                status, served_on, defence_filed_on, defence_due_on, hearings, concluded_on, outcome, outcome_ground,
                effective_on, hearing_on, head_to_name, appeal_due_on, version, recorded_at, import_hash""";
    }

    @Override
    public CopyLine line(Handle h, LitigationRow r) {
        return new CopyLine()
                .add(r.id())
                .add(r.caseNumber())
                .add(r.court())
                .add(r.instance())
                .add(r.regionCode())
                .add(Parties.json(h.getConfig(), r.id(), r.plaintiffs()))
                .add(r.defendantCode())
                .add(r.defendantName())
                .add(r.actorCode())
                .add("{" + String.join(",", r.coDefendantCodes()) + "}")
                .add(r.actType())
                .add(r.domain())
                .add(r.filedOn())
                .add(r.reconsiderationCaseNumber())
                .add(r.previousCaseNumber())
                .add(r.status())
                .add(r.servedOn())
                .add(r.defenceFiledOn())
                .add(r.defenceDueOn())
                .add(StepLog.json(r.hearings()))
                .add(r.concludedOn())
                .add(r.outcome())
                .add(r.outcomeGround())
                .add(r.effectiveOn())
                .add(r.upcoming().hearingOn())
                .add(r.upcoming().headToName())
                .add(r.upcoming().appealDueOn())
                .add(r.version())
                .add(r.recordedAt())
                .add(r.importHash());
    }
}
