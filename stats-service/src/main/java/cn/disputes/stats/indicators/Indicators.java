package cn.disputes.stats.indicators;

import cn.disputes.stats.facts.FactKind;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The dictionary (指标字典). Where practice differs the default is what Zhejiang publishes, every other base a variant. */
public final class Indicators {
    private static final String RECEIVED = "f.received_on BETWEEN p.first AND p.last";
    private static final String CONCLUDED = "f.concluded_on BETWEEN p.first AND p.last";
    private static final String ADMITTED = "f.outcome NOT IN ('REFUSED', 'ABANDONED', 'TRANSFERRED')";
    private static final String CORRECTED =
            "f.outcome IN ('CHANGED', 'REVOKED', 'PARTLY_REVOKED', 'CONFIRMED_UNLAWFUL',"
                    + " 'CONFIRMED_VOID', 'ORDERED_TO_PERFORM', 'AGREEMENT_REMEDY')";
    private static final String COMPREHENSIVELY =
            "(" + CORRECTED + " OR f.outcome = 'MEDIATED' OR f.outcome = 'WITHDRAWN'"
                    + " AND f.outcome_ground IN ('SETTLED', 'AFTER_ACT_CHANGED'))";
    private static final String SETTLED = "f.outcome IN ('MEDIATED', 'WITHDRAWN')";
    private static final String FIRST_CONCLUDED = CONCLUDED + " AND f.instance = 'FIRST'";
    private static final String LOST = "f.outcome IN ('REVOKED', 'PARTLY_REVOKED', 'CHANGED', 'ORDERED_TO_PERFORM',"
            + " 'ORDERED_TO_PAY', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID', 'COMPENSATION', 'AGREEMENT_REMEDY')";
    private static final String HEARD = "f.hearings > 0";
    private static final String CITY_2022 = "金华市2022年行政复议应诉工作总结";
    private static final String NOT_ADMITTED = "未受理（不予受理、视为放弃、告知移送）";

    private static final Map<String, Indicator> ALL = new LinkedHashMap<>();

    static {
        count(
                "RECONSIDERATIONS_RECEIVED",
                "新收复议",
                "reconsiderations received",
                FactKind.RECONSIDERATION,
                RECEIVED,
                "期内收到的行政复议申请",
                CITY_2022);
        count(
                "RECONSIDERATIONS_CONCLUDED",
                "办结",
                "reconsiderations concluded",
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "期内办结的行政复议案件，不论结果",
                CITY_2022);
        count(
                "RECONSIDERATIONS_CONCLUDED:ADMITTED",
                "办结（受理后）",
                "concluded after admission",
                FactKind.RECONSIDERATION,
                CONCLUDED + " AND " + ADMITTED,
                "期内办结且已受理的案件",
                "全国口径");
        count(
                "RECONSIDERATIONS_PENDING",
                "未审结",
                "reconsiderations pending",
                FactKind.RECONSIDERATION,
                "f.received_on <= p.last AND (f.concluded_on IS NULL OR f.concluded_on > p.last)",
                "期末已收到而未办结的案件",
                "国法复统字1号");
        count(
                "RECONSIDERATIONS_CORRECTED",
                "直接纠错",
                "directly corrected",
                FactKind.RECONSIDERATION,
                CONCLUDED + " AND " + CORRECTED,
                "期内以变更、撤销、部分撤销、确认违法、确认无效、责令履行、行政协议补救办结的案件",
                CITY_2022);
        rate(
                "CORRECTION_RATE",
                "直接纠错率",
                "direct correction rate",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "TRUE",
                CORRECTED,
                "直接纠错 / 办结",
                "",
                "浙江口径");
        rate(
                "CORRECTION_RATE:ADMITTED",
                "直接纠错率（受理后）",
                "direct correction rate, admitted base",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                ADMITTED,
                CORRECTED,
                "直接纠错 / 受理后办结",
                NOT_ADMITTED,
                "全国口径");
        rate(
                "COMPREHENSIVE_CORRECTION_RATE",
                "综合纠错率",
                "comprehensive correction rate",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "TRUE",
                COMPREHENSIVELY,
                "（直接纠错 + 调解 + 和解或改变行为后撤回）/ 办结",
                "",
                "宁波2009");
        rate(
                "COMPREHENSIVE_CORRECTION_RATE:ADMITTED",
                "综合纠错率（受理后）",
                "comprehensive correction rate, admitted base",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                ADMITTED,
                COMPREHENSIVELY,
                "（直接纠错 + 调解 + 和解或改变行为后撤回）/ 受理后办结",
                NOT_ADMITTED,
                "全国口径");
        rate(
                "RECONSIDERATION_SETTLEMENT_RATE",
                "复议调撤率",
                "settlement rate of reconsiderations",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "TRUE",
                SETTLED,
                "（调解 + 撤回）/ 办结",
                "",
                "象山2024");
        rate(
                "RECONSIDERATION_SETTLEMENT_RATE:ADMITTED",
                "复议调撤率（受理后）",
                "settlement rate, admitted base",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                ADMITTED,
                SETTLED,
                "（调解 + 撤回）/ 受理后办结",
                NOT_ADMITTED,
                "全国口径");
        rate(
                "DISPUTE_SETTLED_RATE",
                "案结事了率",
                "disputes settled",
                0,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "TRUE",
                "f.case_number NOT IN (SELECT l.reconsideration_case_number FROM known l WHERE l.kind = 'LITIGATION'"
                        + " AND l.instance = 'FIRST' AND l.reconsideration_case_number IS NOT NULL)",
                "办结案件中未被一审行政诉讼起诉的 / 办结",
                "",
                CITY_2022);
        rate(
                "ON_TIME_RATE",
                "法定期限内办结率",
                "concluded in time",
                2,
                FactKind.RECONSIDERATION,
                CONCLUDED,
                "f.accepted_on IS NOT NULL AND " + ADMITTED,
                "f.concluded_on <= f.due_on",
                "法定期限内办结 / 受理后以决定、调解、撤回、终止办结",
                "未受理，没有办理期限",
                "行政复议法第六十二条");
        add(new Indicator(
                "RECONSIDERATION_LITIGATION_RATIO",
                "复议诉讼比",
                "reconsiderations per first-instance suit",
                Shape.RATIO,
                1,
                null,
                null,
                null,
                null,
                "新收复议 / 一审收案",
                "",
                CITY_2022));
        count(
                "FIRST_INSTANCE_RECEIVED",
                "一审收案",
                "first-instance suits received",
                FactKind.LITIGATION,
                RECEIVED + " AND f.instance = 'FIRST'",
                "期内立案的一审行政诉讼",
                CITY_2022);
        count(
                "FIRST_INSTANCE_CONCLUDED",
                "一审审结",
                "first-instance suits concluded",
                FactKind.LITIGATION,
                FIRST_CONCLUDED,
                "期内审结的一审行政诉讼",
                "杭州2021");
        count(
                "FIRST_INSTANCE_LOST",
                "一审败诉",
                "first-instance suits lost",
                FactKind.LITIGATION,
                FIRST_CONCLUDED + " AND " + LOST,
                "期内审结且败诉的一审行政诉讼",
                "杭州2021");
        rate(
                "LOSS_RATE",
                "败诉率",
                "loss rate",
                1,
                FactKind.LITIGATION,
                FIRST_CONCLUDED,
                "TRUE",
                LOST,
                "一审败诉 / 一审审结",
                "",
                "浙江法院口径");
        rate(
                "LOSS_RATE:JUDGED",
                "败诉率（判决）",
                "loss rate of judgments",
                1,
                FactKind.LITIGATION,
                FIRST_CONCLUDED,
                "(" + LOST + " OR f.outcome = 'CLAIM_REJECTED')",
                LOST,
                "一审败诉 / 一审判决结案",
                "未以判决结案",
                "最高法2023");
        rate(
                "LOSS_RATE:EFFECTIVE",
                "败诉率（生效）",
                "loss rate by effective outcome",
                1,
                FactKind.LITIGATION,
                "f.effective_on BETWEEN p.first AND p.last",
                "TRUE",
                LOST,
                "每个争议按最后生效结果计一次：败诉 / 生效",
                "",
                "责任追究口径");
        rate(
                "LOSS_RATE:ACTOR",
                "败诉率（实施主体）",
                "loss rate by acting agency",
                1,
                FactKind.LITIGATION,
                FIRST_CONCLUDED,
                "TRUE",
                LOST,
                "一审败诉 / 一审审结，按实施主体归属",
                "",
                "温州追责办法");
        rate(
                "LITIGATION_SETTLEMENT_RATE",
                "诉讼调撤率",
                "settlement rate of suits",
                1,
                FactKind.LITIGATION,
                FIRST_CONCLUDED,
                "TRUE",
                "f.outcome IN ('WITHDRAWN', 'DEEMED_WITHDRAWN', 'MEDIATED')",
                "（撤诉 + 按撤诉处理 + 调解）/ 一审审结",
                "",
                "天台2022");
        heads("HEAD_APPEARANCE_RATE", "负责人出庭应诉率", "heads in court", "f.head_hearings > 0", CITY_2022);
        heads("PRINCIPAL_APPEARANCE_RATE", "正职出庭率", "principals in court", "f.principal_hearings > 0", "滨江2020");
        add(new Indicator(
                "ZERO_LOSS_COUNTIES",
                "复议后零败诉县（市、区）",
                "counties without a loss after reconsideration",
                Shape.COUNTIES,
                0,
                FactKind.LITIGATION,
                FIRST_CONCLUDED + " AND f.reconsideration_case_number IS NOT NULL",
                "TRUE",
                LOST,
                "期内没有经复议的一审败诉的县（市、区）数 / 县（市、区）数",
                "",
                CITY_2022));
        add(new Indicator(
                "ZERO_LOSS_COUNTIES:AUTHORITY",
                "复议机关零败诉县（市、区）",
                "counties whose reconsideration authority lost nothing",
                Shape.COUNTIES,
                0,
                FactKind.LITIGATION,
                FIRST_CONCLUDED + " AND f.reconsideration_case_number IS NOT NULL AND cardinality(f.co_defendants) > 0",
                "TRUE",
                LOST,
                "期内复议机关作为共同被告没有一审败诉的县（市、区）数 / 县（市、区）数",
                "",
                "手册Z1"));
        count(
                "HIGH_RISK_FLAGGED",
                "高败诉风险识别",
                "high-risk suits flagged",
                FactKind.RISK_CASE,
                RECEIVED,
                "期内首次识别的高败诉风险案件",
                CITY_2022);
        count(
                "HIGH_RISK_ASSIGNED",
                "高败诉风险交办",
                "high-risk suits assigned",
                FactKind.RISK_CASE,
                "f.assigned_on BETWEEN p.first AND p.last",
                "期内首次交办的高败诉风险案件",
                CITY_2022);
        count(
                "HIGH_RISK_RESOLVED",
                "高败诉风险化解",
                "high-risk suits resolved",
                FactKind.RISK_CASE,
                "f.closed_on BETWEEN p.first AND p.last",
                "期内核实化解的高败诉风险案件",
                CITY_2022);
        rate(
                "HIGH_RISK_RESOLUTION_RATE",
                "化解率",
                "resolution rate",
                1,
                FactKind.RISK_CASE,
                "f.assigned_on BETWEEN p.first AND p.last",
                "TRUE",
                "f.closed_on IS NOT NULL",
                "期内首次交办的案件中至今已化解的 / 期内首次交办",
                "",
                "嵊州2024");
        count(
                "SUPERVISION_ISSUED",
                "意见书、监督书",
                "supervision documents issued",
                FactKind.SUPERVISION_DOCUMENT,
                RECEIVED,
                "期内制发的监督文书",
                CITY_2022);
        for (var kind : cn.disputes.contract.codes.SupervisionKind.values()) {
            count(
                    "SUPERVISION_ISSUED:" + kind,
                    kind.zh(),
                    kind.en() + " issued",
                    FactKind.SUPERVISION_DOCUMENT,
                    RECEIVED + " AND f.sub_kind = '" + kind + "'",
                    "期内制发的" + kind.zh(),
                    CITY_2022);
        }
        rate(
                "RECTIFICATION_RATE",
                "整改率",
                "rectification rate",
                1,
                FactKind.SUPERVISION_DOCUMENT,
                RECEIVED,
                "TRUE",
                "f.closed_on IS NOT NULL",
                "期内制发的文书中至今已整改的 / 期内制发",
                "",
                CITY_2022);
        count(
                "RECTIFICATIONS_OUTSTANDING",
                "存量",
                "rectifications outstanding",
                FactKind.SUPERVISION_DOCUMENT,
                "f.received_on <= p.last AND (f.closed_on IS NULL OR f.closed_on > p.last)",
                "期末已制发而未整改的监督文书",
                CITY_2022);
    }

    private Indicators() {}

    public static Collection<Indicator> all() {
        return ALL.values();
    }

    public static Optional<Indicator> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    private static void heads(String code, String zh, String en, String attended, String basis) {
        rate(
                code,
                zh,
                en,
                1,
                FactKind.LITIGATION,
                CONCLUDED,
                HEARD,
                attended,
                "至少一次庭审有负责人出庭的案件 / 期内审结且开过庭的案件（各审级）",
                "没有开庭",
                basis);
        rate(
                code + ":EXCUSED",
                zh + "（扣除正当理由）",
                en + ", excused cases left out",
                1,
                FactKind.LITIGATION,
                CONCLUDED,
                HEARD + " AND f.excused_hearings < f.hearings",
                attended,
                "至少一次庭审有负责人出庭的案件 / 审结且开过庭、并非每次均有正当理由未出庭的案件",
                "没有开庭，或每次均有正当理由未出庭",
                "地方考核口径");
        rate(
                code + ":CONCLUDED",
                zh + "（审结口径）",
                en + ", base all concluded",
                1,
                FactKind.LITIGATION,
                CONCLUDED,
                "TRUE",
                attended,
                "至少一次庭审有负责人出庭的案件 / 期内审结",
                "",
                "上海2022");
        rate(
                code + ":FIRST",
                zh + "（一审）",
                en + ", first instance",
                1,
                FactKind.LITIGATION,
                CONCLUDED,
                HEARD + " AND f.instance = 'FIRST'",
                attended,
                "至少一次庭审有负责人出庭的一审案件 / 期内审结且开过庭的一审案件",
                "没有开庭，或不是一审",
                "最高法");
    }

    private static void count(
            String code, String zh, String en, FactKind kind, String rows, String formula, String basis) {
        add(new Indicator(code, zh, en, Shape.COUNT, 0, kind, rows, "TRUE", "TRUE", formula, "", basis));
    }

    private static void rate(
            String code,
            String zh,
            String en,
            int digits,
            FactKind kind,
            String population,
            String counted,
            String numerator,
            String formula,
            String excludedReason,
            String basis) {
        add(new Indicator(
                code,
                zh,
                en,
                Shape.RATE,
                digits,
                kind,
                population,
                counted,
                numerator,
                formula,
                excludedReason,
                basis));
    }

    private static void add(Indicator indicator) {
        ALL.put(indicator.code(), indicator);
    }
}
