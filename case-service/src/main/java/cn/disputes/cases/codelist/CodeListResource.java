package cn.disputes.cases.codelist;

import cn.disputes.cases.agency.AgencyKind;
import cn.disputes.cases.dispute.CourtLevel;
import cn.disputes.cases.dispute.DefendantSide;
import cn.disputes.cases.dispute.DisputeStanding;
import cn.disputes.cases.dispute.SuedMatter;
import cn.disputes.cases.document.DocumentKind;
import cn.disputes.cases.litigation.AbsenceReason;
import cn.disputes.cases.litigation.AdviceKind;
import cn.disputes.cases.litigation.AttendeeRole;
import cn.disputes.cases.litigation.HeadDuty;
import cn.disputes.cases.litigation.IdentityProof;
import cn.disputes.cases.litigation.LitigationStatus;
import cn.disputes.cases.litigation.LitigationStepType;
import cn.disputes.cases.litigation.LosingSide;
import cn.disputes.cases.litigation.TrialProcedure;
import cn.disputes.cases.litigation.UncountedPeriod;
import cn.disputes.cases.reconsideration.AcceptanceCondition;
import cn.disputes.cases.reconsideration.CaseFeature;
import cn.disputes.cases.reconsideration.Channel;
import cn.disputes.cases.reconsideration.ExcludedGround;
import cn.disputes.cases.reconsideration.Obstacle;
import cn.disputes.cases.reconsideration.Procedure;
import cn.disputes.cases.reconsideration.ReconsiderationStatus;
import cn.disputes.cases.reconsideration.ReconsiderationStepType;
import cn.disputes.cases.reconsideration.SimplifiedGround;
import cn.disputes.cases.supervision.IssueCategory;
import cn.disputes.cases.supervision.SupervisionStatus;
import cn.disputes.cases.supervision.SupervisionStep;
import cn.disputes.cases.warning.Addressee;
import cn.disputes.cases.worklist.WorkQueue;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.DecisionForm;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.codes.SupervisionKind;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every closed list of the register, with Chinese and English labels. */
@Path("/v1/code-lists")
public class CodeListResource {
    public record Label(String code, String zh, String en) {}

    public record CodeLists(Map<String, List<Label>> lists) {}

    private static final CodeLists ALL = all();

    @GET
    @Authenticated
    public CodeLists list() {
        return ALL;
    }

    private static CodeLists all() {
        var lists = new TreeMap<String, List<Label>>();
        lists.put("agencyKind", labels(AgencyKind.values()));
        lists.put("acceptanceCondition", labels(AcceptanceCondition.values()));
        lists.put("simplifiedGround", labels(SimplifiedGround.values()));
        lists.put("caseFeature", labels(CaseFeature.values()));
        lists.put("obstacleKind", labels(Obstacle.Kind.values()));
        lists.put("excludedGround", labels(ExcludedGround.values()));
        lists.put("actType", labels(ActType.values()));
        lists.put("domain", labels(Domain.values()));
        lists.put("channel", labels(Channel.values()));
        lists.put("procedure", labels(Procedure.values()));
        lists.put("reconsiderationStatus", labels(ReconsiderationStatus.values()));
        lists.put("reconsiderationStep", labels(ReconsiderationStepType.values()));
        lists.put("reconsiderationOutcome", labels(ReconsiderationOutcome.values()));
        lists.put("outcomeGround", labels(OutcomeGround.values()));
        lists.put("instance", labels(Instance.values()));
        lists.put("litigationStatus", labels(LitigationStatus.values()));
        lists.put("litigationStep", labels(LitigationStepType.values()));
        lists.put("litigationOutcome", labels(LitigationOutcome.values()));
        lists.put("headAttendance", labels(HeadAttendance.values()));
        lists.put("attendeeRole", labels(AttendeeRole.values()));
        lists.put("identityProof", labels(IdentityProof.values()));
        lists.put("absenceReason", labels(AbsenceReason.values()));
        lists.put("headDuty", labels(HeadDuty.State.values()));
        lists.put("trialProcedure", labels(TrialProcedure.values()));
        lists.put("uncountedPeriod", labels(UncountedPeriod.values()));
        lists.put("adviceKind", labels(AdviceKind.values()));
        lists.put("losingSide", labels(LosingSide.values()));
        lists.put("decisionForm", labels(DecisionForm.values()));
        lists.put("defendantSide", labels(DefendantSide.values()));
        lists.put("suedMatter", labels(SuedMatter.values()));
        lists.put("courtLevel", labels(CourtLevel.values()));
        lists.put("disputeStanding", labels(DisputeStanding.values()));
        lists.put("documentKind", labels(DocumentKind.values()));
        lists.put("supervisionKind", labels(SupervisionKind.values()));
        lists.put("supervisionStatus", labels(SupervisionStatus.values()));
        lists.put("supervisionStep", labels(SupervisionStep.Type.values()));
        lists.put("supervisionCategory", labels(IssueCategory.values()));
        lists.put("warningAddressee", labels(Addressee.values()));
        lists.put("worklistQueue", labels(WorkQueue.values()));
        lists.put("riskLevel", labels(RiskLevel.values()));
        lists.put("riskState", labels(RiskState.values()));
        return new CodeLists(lists);
    }

    private static List<Label> labels(Code[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Label(code.name(), code.zh(), code.en()))
                .toList();
    }
}
