package cn.disputes.cases.reconsideration;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.cases.casefile.Dates;
import cn.disputes.cases.casefile.Handling;
import cn.disputes.cases.casefile.Party;
import cn.disputes.cases.intake.Wanted;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One imported row: a case with the history its columns tell. */
record ReconsiderationHistory(
        String caseNumber,
        String regionCode,
        LocalDate receivedOn,
        Channel channel,
        Party applicant,
        Agency respondent,
        ActType actType,
        Domain domain,
        List<ReconsiderationStep> steps,
        String hash)
        implements Wanted<ReconsiderationStep> {

    private static final String HISTORIC = "历史数据导入";

    static final List<Column> COLUMNS = List.of(
            new Column("caseNumber", "案号"),
            new Column("regionCode", "区划代码"),
            new Column("receivedOn", "收到日期"),
            new Column("channel", "申请方式"),
            new Column("applicantKind", "申请人类型"),
            new Column("applicantName", "申请人"),
            new Column("respondentCode", "被申请人代码"),
            new Column("respondentName", "被申请人"),
            new Column("respondentRegionCode", "被申请人区划代码"),
            new Column("domain", "管理领域"),
            new Column("actType", "行为种类"),
            new Column("acceptedOn", "受理日期"),
            new Column("procedure", "审理程序"),
            new Column("copyServedOn", "副本发送日期"),
            new Column("repliedOn", "答复日期"),
            new Column("concludedOn", "办结日期"),
            new Column("outcome", "结果"),
            new Column("outcomeGround", "撤回理由"),
            new Column("decisionServedOn", "决定送达日期"));

    @Override
    public String number() {
        return caseNumber;
    }

    @Override
    public Agency agency() {
        return respondent;
    }

    static ReconsiderationHistory read(Cells cells, RegionScope scope, LocalDate today) {
        var received = cells.date("receivedOn");
        if (received == null) throw ProblemException.invalid("receivedOn", "不能为空", "Must be given");
        var kind = cells.text("applicantKind") == null ? Party.Kind.NATURAL_PERSON : kind(cells.text("applicantKind"));
        var region = cells.region("regionCode", scope);
        cells.required("respondentCode");
        var respondent = new Agency(
                cells.creditCode("respondentCode"),
                cells.required("respondentName"),
                cells.text("respondentRegionCode") == null ? region : cells.text("respondentRegionCode"),
                null,
                cells.requiredCode("domain", Domain.class),
                1);
        return new ReconsiderationHistory(
                cells.required("caseNumber"),
                region,
                received,
                cells.requiredCode("channel", Channel.class),
                new Party(kind, cells.required("applicantName"), null, null, null),
                respondent,
                cells.requiredCode("actType", ActType.class),
                respondent.domain(),
                steps(cells, received, today),
                cells.hash());
    }

    private static Party.Kind kind(String cell) {
        for (var kind : Party.Kind.values()) if (kind.name().equals(cell)) return kind;
        throw ProblemException.invalid(
                "applicantKind",
                "应为 NATURAL_PERSON、LEGAL_PERSON、OTHER_ORGANISATION 之一",
                "Must be NATURAL_PERSON, LEGAL_PERSON or OTHER_ORGANISATION");
    }

    private static List<ReconsiderationStep> steps(Cells cells, LocalDate received, LocalDate today) {
        var accepted = cells.date("acceptedOn");
        var served = cells.date("copyServedOn");
        var replied = cells.date("repliedOn");
        var concluded = cells.date("concludedOn");
        var decisionServed = cells.date("decisionServedOn");
        new Dates(today)
                .next("receivedOn", received)
                .next("acceptedOn", accepted)
                .next("copyServedOn", served)
                .next("repliedOn", replied)
                .next("concludedOn", concluded)
                .next("decisionServedOn", decisionServed);
        var procedure = cells.code("procedure", Procedure.class);
        var steps = new ArrayList<ReconsiderationStep>();
        steps.add(ReconsiderationStep.of(ReconsiderationStepType.RECEIVED, received));
        if (accepted != null)
            steps.add(ReconsiderationStep.with(ReconsiderationStepType.ACCEPTED, accepted)
                    .procedure(procedure)
                    .build());
        if (served != null) steps.add(ReconsiderationStep.of(ReconsiderationStepType.COPY_SERVED, served));
        if (replied != null) steps.add(ReconsiderationStep.of(ReconsiderationStepType.REPLY_RECEIVED, replied));
        steps.addAll(conclusion(cells, concluded, accepted));
        if (decisionServed != null)
            steps.add(ReconsiderationStep.of(ReconsiderationStepType.DECISION_SERVED, decisionServed));
        return steps;
    }

    private static List<ReconsiderationStep> conclusion(Cells cells, LocalDate on, LocalDate accepted) {
        var outcome = cells.code("outcome", ReconsiderationOutcome.class);
        if (on == null && outcome == null) return List.of();
        if (on == null)
            throw ProblemException.invalid("concludedOn", "有结果须有办结日期", "An outcome needs the day of conclusion");
        if (outcome == null) throw ProblemException.invalid("outcome", "有办结日期须有结果", "A conclusion needs its outcome");
        if (accepted == null && !outcome.notAdmitted() && outcome != ReconsiderationOutcome.WITHDRAWN) {
            throw ProblemException.invalid("acceptedOn", "该结果以受理为前提", "This outcome presupposes acceptance");
        }
        if (accepted != null && outcome.notAdmitted()) {
            throw ProblemException.invalid("outcome", "已受理的案件不能以此结果办结", "An accepted case does not end so");
        }
        var ground = cells.code("outcomeGround", OutcomeGround.class);
        var type =
                switch (outcome) {
                    case MEDIATED -> ReconsiderationStepType.MEDIATED;
                    case WITHDRAWN -> ReconsiderationStepType.WITHDRAWN;
                    case TERMINATED -> ReconsiderationStepType.TERMINATED;
                    case REFUSED -> ReconsiderationStepType.REFUSED;
                    case ABANDONED -> ReconsiderationStepType.ABANDONED;
                    case TRANSFERRED -> ReconsiderationStepType.TRANSFERRED;
                    default -> ReconsiderationStepType.DECIDED;
                };
        if (type == ReconsiderationStepType.WITHDRAWN && ground == null) {
            throw ProblemException.invalid("outcomeGround", "撤回须写明理由", "A withdrawal states its ground");
        }
        var step = ReconsiderationStep.with(type, on).ground(ground);
        switch (type) {
            case REFUSED -> step.reason(HISTORIC);
            case TRANSFERRED -> step.to(HISTORIC);
            case TERMINATED -> {
                if (ground == null) step.ground(2);
            }
            case DECIDED -> step.outcome(outcome);
            default -> {
                // the type says it all
            }
        }
        if (outcome != ReconsiderationOutcome.ABANDONED) return List.of(step.build());
        // deemed abandoned presupposes that correction was asked for; the file does not say when
        var asked = ReconsiderationStep.with(ReconsiderationStepType.CORRECTION_REQUESTED, cells.date("receivedOn"))
                .items(HISTORIC)
                .build();
        return List.of(asked, step.build());
    }

    /** The row before folding. */
    ReconsiderationRow row(UUID id, String respondentName, List<Party> applicants, Instant at) {
        return new ReconsiderationRow(
                id,
                caseNumber,
                regionCode,
                receivedOn,
                channel,
                applicants,
                respondent.code(),
                respondentName,
                actType,
                domain,
                null,
                null,
                null,
                null,
                LawVersion.on(receivedOn),
                ReconsiderationStatus.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Handling.NOBODY,
                1,
                at,
                hash);
    }
}
