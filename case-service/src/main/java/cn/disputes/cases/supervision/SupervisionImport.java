package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.casefile.Recused;
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

/** Loads supervision documents from files. */
@Singleton
class SupervisionImport extends RegisterImport<SupervisionHistory, SupervisionDocument, SupervisionStep> {
    private final SupervisionRegister register;
    private final SupervisionStore store;
    private final Intake intake;

    SupervisionImport(SupervisionRegister register, SupervisionStore store, Intake intake) {
        super(intake);
        this.register = register;
        this.store = store;
        this.intake = intake;
    }

    @Override
    public String kind() {
        return "supervision-documents";
    }

    @Override
    public String table() {
        return "supervision_document";
    }

    @Override
    public String numberColumn() {
        return "document_number";
    }

    @Override
    public String recused() {
        return Recused.fromAny("supervision_document.case_numbers || supervision_document.case_number");
    }

    @Override
    public List<Column> columns() {
        return SupervisionHistory.COLUMNS;
    }

    @Override
    public StepLog<SupervisionStep> steps() {
        return store.steps;
    }

    @Override
    public SupervisionHistory read(Cells cells, Author author) {
        return SupervisionHistory.read(cells, author.scope(), LocalDate.now(intake.clock));
    }

    @Override
    public SupervisionDocument blank(UUID id, SupervisionHistory wanted, String agencyName) {
        return wanted.row(id, wanted.caseNumber(), intake.clock.instant());
    }

    /** The case it came from stays where the file leaves it empty. */
    @Override
    public SupervisionDocument merged(SupervisionDocument present, SupervisionHistory wanted, String agencyName) {
        var from = wanted.caseNumber() == null ? present.caseNumber() : wanted.caseNumber();
        return wanted.row(present.id(), from, intake.clock.instant());
    }

    @Override
    public SupervisionDocument fold(
            Handle h,
            SupervisionDocument document,
            List<RecordedStep<SupervisionStep>> history,
            long version,
            String hash) {
        return register.fold(h, document, history, version, hash);
    }

    @Override
    public Map<UUID, SupervisionDocument> find(Handle h, Collection<UUID> ids) {
        return store.findAll(h, ids);
    }

    @Override
    public void update(Handle h, List<SupervisionDocument> documents) {
        store.save(h, documents);
    }

    @Override
    public CaseEvent event(SupervisionDocument document) {
        return document.event();
    }

    /** These histories know no rectification of a record. */
    @Override
    public SupervisionStep rectify(int sequence, SupervisionStep right) {
        throw ProblemException.invalid(
                right.type() == SupervisionStep.Type.ISSUED ? "issuedOn" : "rectifiedOn",
                "与已登记的日期不同",
                "Differs from the day on record");
    }

    @Override
    public String copied() {
        return """
                id, document_number, kind, region_code, issued_to_code, issued_to_name, issued_on, case_number,
                report_due_on, reported_on, rectified_on, status, version, recorded_at, import_hash""";
    }

    @Override
    public CopyLine line(Handle h, SupervisionDocument d) {
        return new CopyLine()
                .add(d.id())
                .add(d.documentNumber())
                .add(d.kind())
                .add(d.regionCode())
                .add(d.issuedToCode())
                .add(d.issuedToName())
                .add(d.issuedOn())
                .add(d.caseNumber())
                .add(d.reportDueOn())
                .add(d.reportedOn())
                .add(d.rectifiedOn())
                .add(d.status())
                .add(d.version())
                .add(d.recordedAt())
                .add(d.importHash());
    }
}
