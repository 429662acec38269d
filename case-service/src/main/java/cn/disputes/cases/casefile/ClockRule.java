package cn.disputes.cases.casefile;

import cn.disputes.cases.calendar.Term;

/**
 * What a clock measures.
 *
 * @param code as in the tables of terms: ACCEPT, SERVE, REPLY, DECIDE, DEFENCE, FIRST, APPEAL …
 * @param zh the rule in words
 * @param article the article it comes from, with the law
 */
public record ClockRule(String code, String zh, String en, String article, Term term) {}
