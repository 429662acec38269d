package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.Recused;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The SQL of supervision documents. (A singleton: its step log is read by field.) */
@Singleton
class SupervisionStore {
    final StepLog<SupervisionStep> steps = new StepLog<>("supervision_document_step", SupervisionStep.class);

    void save(Handle h, List<SupervisionDocument> documents) {
        if (documents.isEmpty()) return;
        var batch = h.prepareBatch(
                """
                INSERT INTO supervision_document (id, document_number, kind, region_code, issued_to_code, issued_to_name,
                    issued_on, case_number, report_due_on, reported_on, rectified_on, status, version, recorded_at, import_hash,
                    case_numbers, category, root_cause, served_on, reminded_on, reminders)
                VALUES (:id, :documentNumber, :kind, :regionCode, :issuedToCode, :issuedToName, :issuedOn, :caseNumber,
                    :reportDueOn, :reportedOn, :rectifiedOn, :status, :version, :at, :importHash,
                    :cases, :category, :rootCause, :servedOn, :remindedOn, :reminders)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, region_code = excluded.region_code,
                    issued_to_code = excluded.issued_to_code, issued_to_name = excluded.issued_to_name,
                    issued_on = excluded.issued_on, case_number = excluded.case_number,
                    report_due_on = excluded.report_due_on, reported_on = excluded.reported_on,
                    rectified_on = excluded.rectified_on, status = excluded.status, version = excluded.version,
                    recorded_at = excluded.recorded_at, import_hash = excluded.import_hash,
                    served_on = excluded.served_on, reminded_on = excluded.reminded_on, reminders = excluded.reminders""");
        // the cases and the cause are known to the issue alone: a file that comes later does not wipe them out
        documents.forEach(d -> batch.bindMethods(d)
                .bindArray("cases", String.class, d.caseNumbers().toArray())
                .bind("at", d.recordedAt().atOffset(ZoneOffset.UTC))
                .add());
        batch.execute();
    }

    SupervisionDocument find(Handle h, UUID id, boolean lock, Caller caller) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE id = :id AND "
                        + Recused.fromNone(Recused.CASES_OF_DOCUMENT) + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .bind("caller", caller.subject())
                .mapTo(SupervisionDocument.class)
                .findOne()
                .filter(document -> caller.scope().covers(document.regionCode()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    /** Whether the caller is recused from any of these cases. */
    boolean recused(Handle h, Collection<String> numbers, Caller caller) {
        return !h.createQuery("SELECT " + Recused.fromNone("CAST(:numbers AS text[])"))
                .bindArray("numbers", String.class, numbers.toArray())
                .bind("caller", caller.subject())
                .mapTo(Boolean.class)
                .one();
    }

    Map<String, SupervisionDocument> byNumber(Handle h, Collection<String> numbers) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE document_number = ANY (:numbers) ORDER BY"
                        + " document_number FOR UPDATE")
                .bindArray("numbers", String.class, numbers.toArray())
                .mapTo(SupervisionDocument.class)
                .collect(Collectors.toMap(SupervisionDocument::documentNumber, d -> d));
    }

    Map<UUID, SupervisionDocument> findAll(Handle h, Collection<UUID> ids) {
        return h.registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(SupervisionDocument.class)
                .collect(Collectors.toMap(SupervisionDocument::id, d -> d));
    }
}
