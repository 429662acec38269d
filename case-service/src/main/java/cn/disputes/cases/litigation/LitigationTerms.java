package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.casefile.ClockRule;

/**
 * The terms of a suit: Administrative Litigation Law (行诉法, 2017), its interpretation (解释, 法释〔2018〕1号) and the rules on
 * agency heads (法释〔2020〕3号). All are counted in calendar days or months.
 */
final class LitigationTerms {
    static final ClockRule FILE_AFTER_RECON = rule(
            "FILE_AFTER_RECON",
            "收到复议决定书起十五日内起诉",
            "suit within fifteen days of the decision",
            "行诉法 Art. 45",
            Term.days(15));
    static final ClockRule FILE_AFTER_SILENCE = rule(
            "FILE_AFTER_RECON",
            "复议期满未作决定的，期满起十五日内起诉",
            "suit within fifteen days of the end of a reconsideration left undecided",
            "行诉法 Art. 45",
            Term.days(15));
    static final ClockRule FILE_AFTER_RECON_UNTOLD = rule(
            "FILE_AFTER_RECON",
            "复议决定未告知起诉期限的，自知道起诉期限起十五日内起诉",
            "the decision did not tell of the term: suit within fifteen days of learning it",
            "解释 Art. 64",
            Term.days(15));
    static final ClockRule FILE_AFTER_RECON_UNTOLD_CAP = rule(
            "FILE_AFTER_RECON",
            "复议决定未告知起诉期限的，自收到复议决定书起最长一年",
            "the decision did not tell of the term: one year at most from the decision",
            "解释 Art. 64",
            Term.months(12));
    static final ClockRule FILE_DIRECT = rule(
            "FILE_DIRECT",
            "知道或者应当知道行政行为起六个月内起诉",
            "suit within six months of knowing of the act",
            "行诉法 Art. 46",
            Term.months(6));
    static final ClockRule FILE_UNTOLD = rule(
            "FILE_DIRECT",
            "未告知起诉期限的，自知道起诉期限起六个月内起诉",
            "not told of the term: suit within six months of learning it",
            "解释 Art. 64",
            Term.months(6));
    static final ClockRule FILE_UNTOLD_CAP = rule(
            "FILE_DIRECT",
            "未告知起诉期限的，自知道行政行为内容起最长一年",
            "not told of the term: one year at most from knowing of the act",
            "解释 Art. 64",
            Term.months(12));
    static final ClockRule FILE_STOP =
            rule("FILE_DIRECT", "自行政行为作出起最长五年", "five years at most from the act", "行诉法 Art. 46", Term.months(5 * 12));
    static final ClockRule FILE_STOP_REAL_ESTATE = rule(
            "FILE_DIRECT",
            "因不动产起诉的，自行政行为作出起最长二十年",
            "real estate: twenty years at most from the act",
            "行诉法 Art. 46",
            Term.months(20 * 12));
    static final ClockRule DUTY_PERIOD = rule(
            "FILE_INACTION",
            "申请履行职责起满两个月不履行的，可以起诉",
            "an agency asked to act has two months before a suit lies",
            "行诉法 Art. 47",
            Term.months(2));
    static final ClockRule FILE_INACTION = rule(
            "FILE_INACTION",
            "履行期限届满起六个月内起诉不履行职责",
            "suit for inaction within six months of the end of the period for performing",
            "解释 Art. 66",
            Term.months(6));
    static final ClockRule CASE_ACCEPT =
            rule("CASE_ACCEPT", "收到起诉状起七日内决定是否立案", "docketed or not within seven days", "行诉法 Art. 51", Term.days(7));
    static final ClockRule COPY_TO_DEF = rule(
            "COPY_TO_DEF", "立案起五日内将起诉状副本发送被告", "copy to the defendant within five days", "行诉法 Art. 67", Term.days(5));

    /** What comes later than this counts as no evidence (Art. 34). */
    static final ClockRule DEFENCE = rule(
            "DEFENCE",
            "收到起诉状副本起十五日内提交答辩状、证据和依据",
            "defence, evidence and legal basis within fifteen days of service",
            "行诉法 Art. 67",
            Term.days(15));

    static final ClockRule EVID_EXT_REQUEST = rule(
            "EVID_EXT",
            "收到起诉状副本起十五日内书面申请延期提供证据",
            "written request for more time for evidence within fifteen days of service",
            "解释 Art. 34",
            Term.days(15));
    static final ClockRule EVID_EXT = rule(
            "EVID_EXT",
            "正当事由消除后十五日内提供证据",
            "evidence within fifteen days of the end of what prevented it",
            "解释 Art. 34",
            Term.days(15));
    static final ClockRule JURIS_OBJ = rule(
            "JURIS_OBJ",
            "收到起诉状副本起十五日内提出管辖异议",
            "objection to jurisdiction within fifteen days of service",
            "解释 Art. 10",
            Term.days(15));
    static final ClockRule COURT_NOTICE = rule(
            "COURT_NOTICE",
            "开庭三日前送达传票和负责人出庭通知书",
            "summons, and notice to the head, three days before the hearing",
            "解释 Art. 71; 法释〔2020〕3号 Art. 5",
            Term.days(3));
    static final ClockRule FIRST =
            rule("FIRST", "立案起六个月内作出第一审判决", "first judgment within six months", "行诉法 Art. 81", Term.months(6));
    static final ClockRule FIRST_SIMPLE = rule(
            "FIRST_SIMPLE", "简易程序立案起四十五日内审结", "simplified: concluded within 45 days", "行诉法 Art. 83", Term.days(45));
    static final ClockRule SECOND = rule(
            "SECOND",
            "收到上诉状起三个月内作出终审判决",
            "final judgment within three months",
            "行诉法 Art. 88; 解释 Art. 50",
            Term.months(3));
    static final ClockRule SUSP_END = rule(
            "SUSP_END",
            "中止满九十日仍无人继续诉讼的，终结",
            "suspended for ninety days with nobody to carry on: terminated",
            "解释 Art. 88",
            Term.days(90));
    static final ClockRule APPEAL_JUDGMENT = rule(
            "APPEAL", "判决书送达起十五日内上诉", "appeal against a judgment within fifteen days", "行诉法 Art. 85", Term.days(15));
    static final ClockRule APPEAL_RULING =
            rule("APPEAL", "裁定书送达起十日内上诉", "appeal against a ruling within ten days", "行诉法 Art. 85", Term.days(10));
    static final ClockRule APPEAL_ANSWER = rule(
            "APPEAL_ANSWER",
            "收到上诉状副本起十五日内答辩",
            "answer to the appeal within fifteen days",
            "解释 Art. 108",
            Term.days(15));
    static final ClockRule RETRIAL_APPLY = rule(
            "RETRIAL_APPLY",
            "裁判生效后六个月内申请再审",
            "retrial applied for within six months of effect",
            "解释 Art. 110",
            Term.months(6));
    static final ClockRule RETRIAL_WRITTEN = rule(
            "RETRIAL_WRITTEN",
            "收到再审申请书副本起十五日内提交书面意见",
            "written opinion within fifteen days of the copy",
            "解释 Art. 111",
            Term.days(15));
    static final ClockRule RETRIAL_REVIEW = rule(
            "RETRIAL_REVIEW",
            "再审申请立案起六个月内审查",
            "application for retrial reviewed within six months",
            "解释 Art. 112",
            Term.months(6));
    static final ClockRule NORM_ADVICE = rule(
            "NORM_ADVICE",
            "收到规范性文件司法建议起六十日内书面答复",
            "advice on a normative document answered within sixty days",
            "解释 Art. 149",
            Term.days(60));
    static final ClockRule ENFORCE =
            rule("ENFORCE", "履行期间届满起二年内申请执行", "execution applied for within two years", "解释 Art. 153", Term.months(24));

    private LitigationTerms() {}

    /** The rule for one defendant of several, named by its code; as it is for the nominal one. */
    static ClockRule of(ClockRule rule, String agency) {
        if (agency == null) return rule;
        return rule(
                rule.code(),
                rule.zh() + "（" + agency + "）",
                rule.en() + " (" + agency + ")",
                rule.article(),
                rule.term());
    }

    /** The court's own term for evidence in the simplified procedure, fifteen days at most. */
    static ClockRule simpleEvidence(int days) {
        return rule(
                "SIMPLE_EVID",
                "简易程序由法院确定举证期限（" + days + "日，最长十五日）",
                "simplified: evidence within the " + days + " days the court set, fifteen at most",
                "解释 Art. 104",
                Term.days(days));
    }

    private static ClockRule rule(String code, String zh, String en, String article, Term term) {
        return new ClockRule(code, zh, en, article, term);
    }
}
