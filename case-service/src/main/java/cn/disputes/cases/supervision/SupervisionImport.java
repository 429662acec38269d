package cn.disputes.cases.supervision;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.casefile.Amendment;
import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.CaseNumbers;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.Dates;
import cn.disputes.cases.casefile.ImportOutcome;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Loads supervision documents from files. */
@ApplicationScoped
class SupervisionImport implements CaseImport {
    static final List<Column> COLUMNS = List.of(
            new Column("documentNumber", "文号"),
            new Column("kind", "种类"),
            new Column("regionCode", "区划代码"),
            new Column("issuedToCode", "制发对象代码"),
            new Column("issuedToName", "制发对象"),
            new Column("issuedOn", "制发日期"),
            new Column("caseNumber", "案号"),
            new Column("rectifiedOn", "整改日期"));

    private final SupervisionRegister register;
    private final AgencyStore agencies;
    private final Clock clock;

    SupervisionImport(SupervisionRegister register, AgencyStore agencies, Clock clock) {
        this.register = register;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "supervision-documents";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    private record Wanted(SupervisionDocument document, Agency agency, List<SupervisionStep> steps) {}

    @Override
    public List<ImportOutcome> load(Handle h, List<Cells> rows, Author author) {
        var outcomes = new ArrayList<ImportOutcome>();
        var wanted = new ArrayList<Wanted>();
        for (var cells : rows) {
            try {
                wanted.add(read(cells, author));
                outcomes.add(null);
            } catch (ProblemException refused) {
                wanted.add(null);
                outcomes.add(ImportOutcome.rejected(refused));
            }
        }
        var good = wanted.stream().filter(Objects::nonNull).toList();
        var numbers = good.stream().map(w -> w.document().documentNumber()).toList();
        CaseNumbers.claim(h, numbers);
        var present = register.byNumber(h, numbers);
        agencies.addFromImport(h, good.stream().map(Wanted::agency).distinct().toList());
        for (var i = 0; i < rows.size(); i++) {
            if (wanted.get(i) != null) outcomes.set(i, merge(h, wanted.get(i), present, author));
        }
        return outcomes;
    }

    private Wanted read(Cells cells, Author author) {
        var issued = cells.date("issuedOn");
        if (issued == null) throw ProblemException.invalid("issuedOn", "不能为空", "Must be given");
        var rectified = cells.date("rectifiedOn");
        new Dates(LocalDate.now(clock)).next("issuedOn", issued).next("rectifiedOn", rectified);
        var region = cells.region("regionCode", author.scope());
        cells.required("issuedToCode");
        var agency =
                new Agency(cells.creditCode("issuedToCode"), cells.required("issuedToName"), region, null, null, 1);
        var steps = new ArrayList<SupervisionStep>();
        steps.add(new SupervisionStep(SupervisionStep.Type.ISSUED, issued, null));
        if (rectified != null) steps.add(new SupervisionStep(SupervisionStep.Type.RECTIFIED, rectified, null));
        var document = new SupervisionDocument(
                null,
                cells.required("documentNumber"),
                cells.requiredCode("kind", SupervisionKind.class),
                region,
                agency.code(),
                agency.name(),
                issued,
                cells.text("caseNumber"),
                null,
                null,
                null,
                null,
                1,
                clock.instant(),
                cells.hash());
        return new Wanted(document, agency, steps);
    }

    private ImportOutcome merge(Handle h, Wanted wanted, Map<String, SupervisionDocument> present, Author author) {
        var w = wanted.document();
        var known = present.get(w.documentNumber());
        if (known != null && w.importHash().equals(known.importHash()))
            return ImportOutcome.of(ImportOutcome.Result.UNCHANGED);
        try {
            if (known != null && !author.scope().covers(known.regionCode())) {
                throw ProblemException.invalid(
                        "documentNumber", "该文号已由其他区域登记", "Another region has registered this number");
            }
            var history = new ArrayList<RecordedStep<SupervisionStep>>(
                    known == null ? List.of() : register.steps.read(h, known.id()));
            var before = history.size();
            for (var body : Amendment.of(List.copyOf(history), wanted.steps(), SupervisionImport::cannotRectify)) {
                history.add(register.recorded(history.size() + 1, body, author.subject()));
            }
            var base = new SupervisionDocument(
                    known == null ? Ids.next() : known.id(),
                    w.documentNumber(),
                    w.kind(),
                    w.regionCode(),
                    w.issuedToCode(),
                    w.issuedToName(),
                    w.issuedOn(),
                    w.caseNumber(),
                    null,
                    null,
                    null,
                    null,
                    1,
                    w.recordedAt(),
                    w.importHash());
            var folded = register.fold(h, base, history, known == null ? 1 : known.version() + 1);
            register.store(h, List.of(folded));
            register.steps.append(h, folded.id(), history.subList(before, history.size()));
            register.announce(h, List.of(folded));
            present.put(w.documentNumber(), folded);
            return ImportOutcome.of(known == null ? ImportOutcome.Result.CREATED : ImportOutcome.Result.UPDATED);
        } catch (ProblemException refused) {
            return ImportOutcome.rejected(refused);
        }
    }

    private static SupervisionStep cannotRectify(int sequence, SupervisionStep right) {
        throw ProblemException.invalid(
                right.type() == SupervisionStep.Type.ISSUED ? "issuedOn" : "rectifiedOn",
                "与已登记的日期不同",
                "Differs from the day on record");
    }
}
