package cn.disputes.cases.reconsideration;

/**
 * What the law demands of a case and the record does not show (程序瑕疵提示). It is shown, never refused.
 *
 * @param curable whether it can still be made good: the case is open
 */
public record Shortcoming(String code, String article, String zh, String en, boolean curable) {}
