package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.problem.ProblemException;

/** How a rule refuses: a field that is wrong answers 400, a step the law does not allow now answers 409. */
final class Demand {
    private static final int LONGEST_PERIOD = 1095;

    private Demand() {}

    static void that(boolean condition, String zh, String en) {
        if (!condition) throw new ProblemException(CaseProblem.RULE_BROKEN, zh, en).field("type", zh, en);
    }

    static void given(Object value, String field, String zh, String en) {
        if (value == null || value.toString().isBlank()) throw ProblemException.invalid(field, zh, en);
    }

    static void valid(boolean condition, String field, String zh, String en) {
        if (!condition) throw ProblemException.invalid(field, zh, en);
    }

    /** A number of days from one to a limit. */
    static void days(Integer days, int limit, String field, String article, String articleEn) {
        valid(
                days != null && days >= 1 && days <= limit,
                field,
                "应为1至" + limit + "日（" + article + "）",
                "Must be 1 to " + limit + " days (" + articleEn + ")");
    }

    /** A period that a decision or an order sets: up to three years. */
    static void period(Integer days, String field, String article, String articleEn) {
        days(days, LONGEST_PERIOD, field, article, articleEn);
    }

    static void item(Integer ground, int last, String zh, String en) {
        valid(
                ground != null && ground >= 1 && ground <= last,
                "ground",
                "应为1至" + last + "（" + zh + "各项）",
                "Must be 1 to " + last + " (items of " + en + ")");
    }
}
