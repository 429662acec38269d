package cn.disputes.cases.litigation;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.Dates;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.intake.Wanted;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One imported row: one instance of a suit with the history its columns tell. */
record LitigationHistory(
        String caseNumber,
        String court,
        Instance instance,
        String regionCode,
        Party plaintiff,
        Agency defendant,
        String actorCode,
        ActType actType,
        Domain domain,
        LocalDate filedOn,
        String reconsiderationCaseNumber,
        String previousCaseNumber,
        List<String> coDefendantCodes,
        boolean fromCourt,
        List<LitigationStep> steps,
        String hash)
        implements Wanted<LitigationStep> {

    /** Not a column: marks a row that a court's list has brought. */
    static final String FROM_COURT = "court list";

    private static final String HEARING_DAY_UNKNOWN = "法院台账未载明开庭日期，以结案日期登记";

    static final List<Column> COLUMNS = List.of(
            new Column("caseNumber", "案号"),
            new Column("court", "法院"),
            new Column("instance", "审级"),
            new Column("regionCode", "区划代码"),
            new Column("plaintiffName", "原告"),
            new Column("defendantCode", "被告代码"),
            new Column("defendantName", "被告"),
            new Column("actorCode", "实施主体代码"),
            new Column("domain", "管理领域"),
            new Column("actType", "行为种类"),
            new Column("filedOn", "立案日期"),
            new Column("servedOn", "送达日期"),
            new Column("reconsiderationCaseNumber", "复议案号"),
            new Column("previousCaseNumber", "前审案号"),
            new Column("hearingOn", "开庭日期"),
            new Column("headAttendance", "负责人出庭"),
            new Column("concludedOn", "审结日期"),
            new Column("outcome", "结果"),
            new Column("outcomeGround", "撤诉理由"),
            new Column("effectiveOn", "生效日期"));

    @Override
    public String number() {
        return caseNumber;
    }

    @Override
    public Agency agency() {
        return defendant;
    }

    /** A court's list knows neither the day of a hearing nor the rank of who came; any other source does. */
    @Override
    public boolean yields(LitigationStep recorded, LitigationStep wanted) {
        return HEARING_DAY_UNKNOWN.equals(wanted.note()) && !HEARING_DAY_UNKNOWN.equals(recorded.note());
    }

    static LitigationHistory read(Cells cells, RegionScope scope, LocalDate today) {
        var number = Filing.court("caseNumber", cells.required("caseNumber"));
        var previous = cells.text("previousCaseNumber");
        if (previous != null) FilingRules.previous(number, Filing.court("previousCaseNumber", previous));
        var others = cells.text("coDefendantCodes");
        var filed = cells.date("filedOn");
        if (filed == null) throw ProblemException.invalid("filedOn", "不能为空", "Must be given");
        var region = cells.region("regionCode", scope);
        cells.required("defendantCode");
        var domain = cells.requiredCode("domain", Domain.class);
        return new LitigationHistory(
                number,
                cells.required("court"),
                cells.requiredCode("instance", Instance.class),
                region,
                new Party(Party.Kind.NATURAL_PERSON, cells.required("plaintiffName"), null, null, null),
                new Agency(cells.creditCode("defendantCode"), cells.required("defendantName"), region, null, domain, 1),
                cells.creditCode("actorCode"),
                cells.requiredCode("actType", ActType.class),
                domain,
                filed,
                cells.text("reconsiderationCaseNumber"),
                previous == null ? null : Filing.court("previousCaseNumber", previous),
                others == null ? List.of() : List.of(others.split(",")),
                cells.text(FROM_COURT) != null,
                steps(cells, filed, today),
                cells.hash());
    }

    private static List<LitigationStep> steps(Cells cells, LocalDate filed, LocalDate today) {
        var served = cells.date("servedOn");
        var hearing = cells.date("hearingOn");
        var attendance = cells.code("headAttendance", HeadAttendance.class);
        var concluded = cells.date("concludedOn");
        var outcome = cells.code("outcome", LitigationOutcome.class);
        var effective = cells.date("effectiveOn");
        new Dates(today)
                .next("filedOn", filed)
                .next("servedOn", served)
                .next("hearingOn", hearing)
                .next("concludedOn", concluded)
                .next("effectiveOn", effective);
        together("headAttendance", hearing, attendance);
        together("outcome", concluded, outcome);
        if (effective != null && concluded == null)
            throw ProblemException.invalid("concludedOn", "生效以审结为前提", "Only a concluded suit takes effect");
        var steps = new ArrayList<LitigationStep>();
        steps.add(LitigationStep.of(LitigationStepType.FILED, filed));
        if (served != null) steps.add(LitigationStep.of(LitigationStepType.SERVED, served));
        if (hearing != null) {
            steps.add(LitigationStep.with(LitigationStepType.HEARING_HELD, hearing)
                    .headAttendance(attendance)
                    .note(cells.text(FROM_COURT) == null ? null : HEARING_DAY_UNKNOWN)
                    .build());
        }
        if (concluded != null) {
            var ground = cells.code("outcomeGround", OutcomeGround.class);
            steps.add(LitigationStep.with(LitigationStepType.CONCLUDED, concluded)
                    .outcome(outcome)
                    .outcomeGround(ground)
                    .build());
        }
        if (effective != null) steps.add(LitigationStep.of(LitigationStepType.EFFECTIVE, effective));
        return steps;
    }

    private static void together(String column, LocalDate date, Object value) {
        if ((date == null) != (value == null))
            throw ProblemException.invalid(column, "须与日期同时填写", "Goes together with its date");
    }

    /** With what the file does not tell as it is known already; an empty cell means unknown. */
    LitigationHistory over(LitigationRow present) {
        return new LitigationHistory(
                caseNumber,
                court,
                instance,
                regionCode,
                plaintiff,
                defendant,
                actorCode == null ? present.actorCode() : actorCode,
                actType,
                domain,
                filedOn,
                reconsiderationCaseNumber == null ? present.reconsiderationCaseNumber() : reconsiderationCaseNumber,
                previousCaseNumber == null ? present.previousCaseNumber() : previousCaseNumber,
                coDefendantCodes.isEmpty() ? present.coDefendantCodes() : coDefendantCodes,
                fromCourt,
                steps,
                hash);
    }

    /** The row before folding. */
    LitigationRow row(UUID id, String defendantName, List<Party> plaintiffs, Instant at) {
        return new LitigationRow(
                id,
                caseNumber,
                court,
                instance,
                regionCode,
                plaintiffs,
                defendant.code(),
                defendantName,
                actorCode,
                coDefendantCodes,
                actType,
                domain,
                filedOn,
                reconsiderationCaseNumber,
                previousCaseNumber,
                LitigationStatus.FILED,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Upcoming.NOTHING,
                Handling.NOBODY,
                1,
                at,
                hash);
    }
}
