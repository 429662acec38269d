package cn.disputes.cases.litigation;

import static java.util.Map.entry;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words of the courts' lists and what they mean here. A word that is in no table is a named error, not a guess. */
final class CourtWords {
    /** How an instance ended; the ground only of a withdrawal. */
    record Ending(LitigationOutcome outcome, OutcomeGround ground) {
        Ending(LitigationOutcome outcome) {
            this(outcome, null);
        }
    }

    /** 结案事由, else 结案方式, as a whole; without brackets and spaces. */
    private static final Map<String, Ending> ENDINGS = Map.ofEntries(
            entry("驳回诉讼请求", new Ending(LitigationOutcome.CLAIM_REJECTED)),
            entry("判决驳回诉讼请求", new Ending(LitigationOutcome.CLAIM_REJECTED)),
            entry("驳回原告诉讼请求", new Ending(LitigationOutcome.CLAIM_REJECTED)),
            entry("判决驳回原告诉讼请求", new Ending(LitigationOutcome.CLAIM_REJECTED)),
            entry("撤销", new Ending(LitigationOutcome.REVOKED)),
            entry("判决撤销", new Ending(LitigationOutcome.REVOKED)),
            entry("撤销行政行为", new Ending(LitigationOutcome.REVOKED)),
            entry("撤销并重作", new Ending(LitigationOutcome.REVOKED)),
            entry("判决撤销并重作", new Ending(LitigationOutcome.REVOKED)),
            entry("部分撤销", new Ending(LitigationOutcome.PARTLY_REVOKED)),
            entry("判决部分撤销", new Ending(LitigationOutcome.PARTLY_REVOKED)),
            entry("变更", new Ending(LitigationOutcome.CHANGED)),
            entry("判决变更", new Ending(LitigationOutcome.CHANGED)),
            entry("履行", new Ending(LitigationOutcome.ORDERED_TO_PERFORM)),
            entry("责令履行", new Ending(LitigationOutcome.ORDERED_TO_PERFORM)),
            entry("判决履行", new Ending(LitigationOutcome.ORDERED_TO_PERFORM)),
            entry("履行法定职责", new Ending(LitigationOutcome.ORDERED_TO_PERFORM)),
            entry("判决履行法定职责", new Ending(LitigationOutcome.ORDERED_TO_PERFORM)),
            entry("给付", new Ending(LitigationOutcome.ORDERED_TO_PAY)),
            entry("判决给付", new Ending(LitigationOutcome.ORDERED_TO_PAY)),
            entry("确认违法", new Ending(LitigationOutcome.CONFIRMED_UNLAWFUL)),
            entry("判决确认违法", new Ending(LitigationOutcome.CONFIRMED_UNLAWFUL)),
            entry("确认无效", new Ending(LitigationOutcome.CONFIRMED_VOID)),
            entry("判决确认无效", new Ending(LitigationOutcome.CONFIRMED_VOID)),
            entry("赔偿", new Ending(LitigationOutcome.COMPENSATION)),
            entry("判决赔偿", new Ending(LitigationOutcome.COMPENSATION)),
            entry("继续履行协议", new Ending(LitigationOutcome.AGREEMENT_REMEDY)),
            entry("行政协议补救", new Ending(LitigationOutcome.AGREEMENT_REMEDY)),
            entry("采取补救措施", new Ending(LitigationOutcome.AGREEMENT_REMEDY)),
            entry("驳回起诉", new Ending(LitigationOutcome.SUIT_DISMISSED)),
            entry("裁定驳回起诉", new Ending(LitigationOutcome.SUIT_DISMISSED)),
            entry("不予立案", new Ending(LitigationOutcome.NOT_DOCKETED)),
            entry("裁定不予立案", new Ending(LitigationOutcome.NOT_DOCKETED)),
            entry("撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.VOLUNTARY)),
            entry("准许撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.VOLUNTARY)),
            entry("准予撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.VOLUNTARY)),
            entry("裁定准许撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.VOLUNTARY)),
            entry("和解撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.SETTLED)),
            entry("协调撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.SETTLED)),
            entry("被告改变行政行为后撤诉", new Ending(LitigationOutcome.WITHDRAWN, OutcomeGround.AFTER_ACT_CHANGED)),
            entry("按撤诉处理", new Ending(LitigationOutcome.DEEMED_WITHDRAWN)),
            entry("裁定按撤诉处理", new Ending(LitigationOutcome.DEEMED_WITHDRAWN)),
            entry("调解", new Ending(LitigationOutcome.MEDIATED)),
            entry("行政调解", new Ending(LitigationOutcome.MEDIATED)),
            entry("移送", new Ending(LitigationOutcome.TRANSFERRED)),
            entry("移送管辖", new Ending(LitigationOutcome.TRANSFERRED)),
            entry("终结", new Ending(LitigationOutcome.TERMINATED)),
            entry("终结诉讼", new Ending(LitigationOutcome.TERMINATED)),
            entry("维持", new Ending(LitigationOutcome.APPEAL_DISMISSED)),
            entry("维持原判", new Ending(LitigationOutcome.APPEAL_DISMISSED)),
            entry("驳回上诉", new Ending(LitigationOutcome.APPEAL_DISMISSED)),
            entry("驳回上诉维持原判", new Ending(LitigationOutcome.APPEAL_DISMISSED)),
            entry("发回重审", new Ending(LitigationOutcome.REMANDED)),
            entry("撤销原判发回重审", new Ending(LitigationOutcome.REMANDED)));

    /** 结案方式 that say nothing by themselves: the 结案事由 says how. */
    private static final List<String> FORMS = List.of("判决", "裁定", "其他", "结案");

    private static final Map<String, Instance> INSTANCES = Map.of(
            "一审", Instance.FIRST,
            "行政一审", Instance.FIRST,
            "第一审", Instance.FIRST,
            "二审", Instance.SECOND,
            "行政二审", Instance.SECOND,
            "第二审", Instance.SECOND,
            "再审", Instance.RETRIAL,
            "行政再审", Instance.RETRIAL,
            "审判监督", Instance.RETRIAL);

    /**
     * 行政机关是否出庭. A plain yes tells no rank: the lowest that counts as a head, so that no list makes a principal
     * of one. Staff or a lawyer alone is no head (法释〔2020〕3号 Art. 2).
     */
    private static final Map<String, HeadAttendance> ATTENDANCE = Map.ofEntries(
            entry("是", HeadAttendance.OTHER_HEAD),
            entry("出庭", HeadAttendance.OTHER_HEAD),
            entry("负责人出庭", HeadAttendance.OTHER_HEAD),
            entry("其他负责人", HeadAttendance.OTHER_HEAD),
            entry("正职", HeadAttendance.PRINCIPAL),
            entry("正职负责人", HeadAttendance.PRINCIPAL),
            entry("主要负责人", HeadAttendance.PRINCIPAL),
            entry("副职", HeadAttendance.DEPUTY),
            entry("副职负责人", HeadAttendance.DEPUTY),
            entry("分管负责人", HeadAttendance.DEPUTY),
            entry("有正当理由未出庭", HeadAttendance.ABSENT_JUSTIFIED),
            entry("否", HeadAttendance.ABSENT),
            entry("未出庭", HeadAttendance.ABSENT),
            entry("工作人员", HeadAttendance.ABSENT),
            entry("委托代理人", HeadAttendance.ABSENT));

    /** 行为种类 or 案由 (法发〔2020〕44号), by what it contains, in this order; what fits none is OTHER. */
    private static final List<Map.Entry<String, ActType>> ACTS = List.of(
            entry("处罚", ActType.PENALTY),
            entry("强制", ActType.COERCION),
            entry("征收", ActType.EXPROPRIATION),
            entry("征用", ActType.EXPROPRIATION),
            entry("补偿", ActType.EXPROPRIATION),
            entry("许可", ActType.LICENSING),
            entry("确权", ActType.OWNERSHIP_DETERMINATION),
            entry("权属", ActType.OWNERSHIP_DETERMINATION),
            entry("确认", ActType.CONFIRMATION),
            entry("信息公开", ActType.INFORMATION_DISCLOSURE),
            entry("举报", ActType.COMPLAINT_HANDLING),
            entry("投诉", ActType.COMPLAINT_HANDLING),
            entry("职责", ActType.INACTION),
            entry("不作为", ActType.INACTION),
            entry("协议", ActType.AGREEMENT),
            entry("赔偿", ActType.COMPENSATION));

    private CourtWords() {}

    /** The list of words that may tell how a case ended, the most telling first. */
    static List<String> words(String... cells) {
        return Stream.of(cells)
                .filter(cell -> cell != null)
                .map(cell -> cell.replaceAll("[\\s（）()，,、]", ""))
                .toList();
    }

    static Ending ending(List<String> words) {
        for (var word : words) if (ENDINGS.containsKey(word)) return ENDINGS.get(word);
        var unknown = new ArrayList<>(words);
        unknown.removeAll(FORMS);
        throw ProblemException.invalid(
                "jasymc", "对照表中没有该结案事由：" + unknown, "The table of outcomes has no such words: " + unknown);
    }

    /** By its word, else by the kind of number: 行初, 行终, 行再 and 行监. */
    static Instance instance(String word, String number) {
        if (word != null) {
            var found = INSTANCES.get(word.replaceAll("\\s|程序", ""));
            if (found != null) return found;
            throw ProblemException.invalid("spcxmc", "对照表中没有该审级：" + word, "The table of instances has no such word");
        }
        if (number != null && number.contains("终")) return Instance.SECOND;
        return number != null && number.matches(".*[再监申抗].*") ? Instance.RETRIAL : Instance.FIRST;
    }

    static HeadAttendance attendance(String word) {
        if (word == null)
            throw ProblemException.invalid("xzjgsfct", "开庭的案件须写明行政机关是否出庭", "A hearing needs who attended");
        var found = ATTENDANCE.get(word.strip());
        if (found != null) return found;
        throw ProblemException.invalid("xzjgsfct", "对照表中没有该词：" + word, "The table of attendance has no such word");
    }

    static ActType actType(String kind, String cause) {
        for (var text : new String[] {kind, cause}) {
            if (text == null) continue;
            for (var act : ACTS) if (text.contains(act.getKey())) return act.getValue();
        }
        return ActType.OTHER;
    }

    static boolean yes(String column, String word) {
        if (word == null || no(word)) return false;
        if (List.of("是", "1", "Y", "已开庭").contains(word)) return true;
        throw ProblemException.invalid(column, "应为 是 或 否", "Must be 是 or 否");
    }

    static boolean no(String word) {
        return List.of("否", "无", "0", "N", "未开庭").contains(word);
    }

    /** Lists give days as 2022-03-01, 20220301 or with a time of day. */
    static String day(String cell) {
        var text = cell.strip();
        if (text.matches("\\d{8}")) return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) : text;
    }
}
