package cn.disputes.cases.reconsideration;

import cn.disputes.cases.document.DocumentKind;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.util.Map;

/** The article a notice rests on, as it is cited in it, under the text of the law that governs the case. */
final class ReconsiderationBasis {
    private static final String LAW = "《中华人民共和国行政复议法》";
    private static final String OLD_LAW = "《中华人民共和国行政复议法》（2017年修正）";
    private static final String REGULATION = "《中华人民共和国行政复议法实施条例》";
    private static final String NUMERALS = "一二三四五六七八九十";

    /** Art. 41, item by item. */
    private static final String[] TERMINATED = {
        "申请人撤回行政复议申请，本机关准予撤回",
        "作为申请人的公民死亡，没有近亲属或者其近亲属放弃行政复议权利",
        "作为申请人的法人或者其他组织终止，没有权利义务承受人或者其权利义务承受人放弃行政复议权利",
        "申请人对行政拘留或者限制人身自由的行政强制措施不服申请行政复议后，因同一违法行为涉嫌犯罪，被采取刑事强制措施",
        "行政复议中止满六十日，中止的原因仍未消除"
    };

    private static final Map<ReconsiderationOutcome, String> DECISIONS = Map.of(
            ReconsiderationOutcome.CHANGED, "第六十三条第一款",
            ReconsiderationOutcome.REVOKED, "第六十四条第一款",
            ReconsiderationOutcome.PARTLY_REVOKED, "第六十四条第一款",
            ReconsiderationOutcome.CONFIRMED_UNLAWFUL, "第六十五条",
            ReconsiderationOutcome.ORDERED_TO_PERFORM, "第六十六条",
            ReconsiderationOutcome.CONFIRMED_VOID, "第六十七条",
            ReconsiderationOutcome.UPHELD, "第六十八条",
            ReconsiderationOutcome.CLAIM_REJECTED, "第六十九条",
            ReconsiderationOutcome.AGREEMENT_REMEDY, "第七十一条",
            ReconsiderationOutcome.APPLICATION_REJECTED, "第三十三条");

    private ReconsiderationBasis() {}

    /** Null where the law leaves the office to fill it in, or where the document cites nothing. */
    static String of(
            DocumentKind kind, LawVersion law, Procedure procedure, ReconsiderationOutcome outcome, Integer item) {
        if (kind == DocumentKind.ADVICE) return REGULATION + "第五十七条第二款";
        return law == LawVersion.XZFY_2017 ? before2024(kind, outcome) : since2024(kind, procedure, outcome, item);
    }

    private static String since2024(
            DocumentKind kind, Procedure procedure, ReconsiderationOutcome outcome, Integer item) {
        var article =
                switch (kind) {
                    case ACCEPTANCE_NOTICE -> "第三十条第一款";
                    case REFUSAL_DECISION -> "第三十条第二款";
                    case CORRECTION_NOTICE -> "第三十一条";
                    case REPLY_NOTICE -> procedure == Procedure.SIMPLIFIED ? "第五十四条第一款" : "第四十八条";
                    case HEARING_NOTICE -> "第五十条、第五十一条";
                    case SUSPENSION_NOTICE -> "第三十九条第一款" + item(item);
                    case RESUMPTION_NOTICE -> "第三十九条第二款";
                    case EXTENSION_NOTICE -> "第六十二条第一款";
                    case CONVERSION_NOTICE -> "第五十五条";
                    case TERMINATION_DECISION -> "第四十一条" + item(item);
                    case DECISION -> DECISIONS.get(outcome);
                    case MEDIATION_STATEMENT -> "第五条、第七十三条";
                    case OPINION -> "第七十六条";
                    default -> null;
                };
        return article == null ? null : LAW + article;
    }

    private static String before2024(DocumentKind kind, ReconsiderationOutcome outcome) {
        return switch (kind) {
            case ACCEPTANCE_NOTICE, REFUSAL_DECISION -> OLD_LAW + "第十七条";
            case CORRECTION_NOTICE -> REGULATION + "第二十九条";
            case REPLY_NOTICE -> OLD_LAW + "第二十三条第一款";
            case HEARING_NOTICE -> REGULATION + "第三十三条";
            case SUSPENSION_NOTICE, RESUMPTION_NOTICE -> REGULATION + "第四十一条";
            case EXTENSION_NOTICE -> OLD_LAW + "第三十一条第一款";
            case TERMINATION_DECISION -> REGULATION + "第四十二条";
            case DECISION ->
                outcome == ReconsiderationOutcome.APPLICATION_REJECTED ? REGULATION + "第四十八条第一款" : OLD_LAW + "第二十八条第一款";
            case MEDIATION_STATEMENT -> REGULATION + "第五十条";
            case OPINION -> REGULATION + "第五十七条第一款";
            default -> null;
        };
    }

    /** What happened, in the words of Art. 41; null when no item was named. */
    static String terminated(Integer item) {
        return item == null || item < 1 || item > TERMINATED.length ? null : TERMINATED[item - 1];
    }

    static String correctBy(LawVersion law) {
        return law == LawVersion.XZFY_2017 ? "于＿＿＿＿年＿＿月＿＿日前（合理的补正期限）" : "自收到本通知之日起十日内（工作日，不含法定休假日）";
    }

    /** Art. 51 paras 2 and 3; the old regulation attached no consequence. */
    static String absence(LawVersion law) {
        return law == LawVersion.XZFY_2017
                ? "当事人不能按时参加听证的，请提前告知本机关。"
                : "申请人无正当理由拒不参加听证的，视为放弃听证权利。被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加。";
    }

    private static String item(Integer item) {
        return item == null || item < 1 || item > NUMERALS.length() ? "" : "第" + NUMERALS.charAt(item - 1) + "项";
    }
}
