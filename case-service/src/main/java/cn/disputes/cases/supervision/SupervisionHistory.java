package cn.disputes.cases.supervision;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.Dates;
import cn.disputes.cases.intake.Wanted;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One imported row: a supervision document and whether the agency has put things right. */
record SupervisionHistory(
        String number,
        SupervisionKind kind,
        String regionCode,
        Agency agency,
        LocalDate issuedOn,
        String caseNumber,
        List<SupervisionStep> steps,
        String hash)
        implements Wanted<SupervisionStep> {

    static final List<Column> COLUMNS = List.of(
            new Column("documentNumber", "文号"),
            new Column("kind", "种类"),
            new Column("regionCode", "区划代码"),
            new Column("issuedToCode", "制发对象代码"),
            new Column("issuedToName", "制发对象"),
            new Column("issuedOn", "制发日期"),
            new Column("caseNumber", "案号"),
            new Column("rectifiedOn", "整改日期"));

    static SupervisionHistory read(Cells cells, RegionScope scope, LocalDate today) {
        var issued = cells.date("issuedOn");
        if (issued == null) throw ProblemException.invalid("issuedOn", "不能为空", "Must be given");
        var rectified = cells.date("rectifiedOn");
        new Dates(today).next("issuedOn", issued).next("rectifiedOn", rectified);
        var region = cells.region("regionCode", scope);
        cells.required("issuedToCode");
        var agency =
                new Agency(cells.creditCode("issuedToCode"), cells.required("issuedToName"), region, null, null, 1);
        var steps = new ArrayList<SupervisionStep>();
        steps.add(new SupervisionStep(SupervisionStep.Type.ISSUED, issued, null));
        if (rectified != null) steps.add(new SupervisionStep(SupervisionStep.Type.RECTIFIED, rectified, null));
        return new SupervisionHistory(
                cells.required("documentNumber"),
                cells.requiredCode("kind", SupervisionKind.class),
                region,
                agency,
                issued,
                cells.text("caseNumber"),
                steps,
                cells.hash());
    }

    /** The row before folding. */
    SupervisionDocument row(UUID id, String cameFrom, Instant at) {
        return new SupervisionDocument(
                id,
                number,
                kind,
                regionCode,
                agency.code(),
                agency.name(),
                issuedOn,
                cameFrom,
                null,
                null,
                null,
                null,
                1,
                at,
                hash);
    }
}
