package cn.disputes.stats.indicators;

import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.SupervisionKind;
import java.util.List;
import java.util.stream.Stream;

/** What a definition may ask of a case: the column it is kept in, its name in words, and the codes it may hold. */
enum FactField {
    outcome("outcome", "结果", "outcome", ReconsiderationOutcome.values()),
    judgment("outcome", "结果", "outcome", LitigationOutcome.values()),
    outcomeGround("outcome_ground", "撤回理由", "ground of withdrawal", OutcomeGround.values()),
    standing("standing", "争议最后生效的结果", "outcome that stands", LitigationOutcome.values()),
    instance("instance", "审级", "instance", Instance.values()),
    subKind("sub_kind", "种类", "kind", SupervisionKind.values(), RiskLevel.values()),
    acceptedOn("accepted_on", "受理日期", "day of acceptance"),
    dueOn("due_on", "法定期限", "legal due date"),
    concludedOn("concluded_on", "办结日期", "day of conclusion"),
    closedOn("closed_on", "化解或者整改日期", "day of resolution or rectification"),
    reconsiderationCaseNumber("reconsideration_case_number", "复议案号", "number of the reconsideration"),
    hearings("hearings", "开庭次数", "number of hearings"),
    headHearings("head_hearings", "负责人出庭次数", "number of hearings with a head"),
    principalHearings("principal_hearings", "正职出庭次数", "number of hearings with the principal"),
    excusedHearings("excused_hearings", "有正当理由未出庭次数", "number of hearings excused"),
    agencyKind("agency_kind", "机关类别", "kind of agency", AgencyCode.values()),
    agencyLevel("agency_level", "机关层级", "level of the agency", AgencyCode.values()),
    coDefendants("co_defendants", "共同被告", "co-defendants"),
    sued("sued", "被一审行政诉讼起诉", "named by a first-instance suit");

    final String sql;
    final String zh;
    final String en;
    private final List<Code> codes;

    FactField(String column, String zh, String en, Code[]... codes) {
        this.sql = "f." + column;
        this.zh = zh;
        this.en = en;
        this.codes = Stream.of(codes).flatMap(Stream::of).toList();
    }

    /** The code of that name. */
    Code code(String name) {
        return codes.stream()
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " holds no " + name));
    }
}
