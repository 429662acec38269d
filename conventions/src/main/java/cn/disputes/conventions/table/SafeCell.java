package cn.disputes.conventions.table;

/**
 * Keeps a spreadsheet from running what somebody wrote into a text field: a cell that would start a formula is shown
 * with a leading apostrophe, which a reader takes off again.
 */
public final class SafeCell {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private SafeCell() {}

    public static String guard(String text) {
        return startsFormula(text, 0) ? "'" + text : text;
    }

    public static String unguard(String text) {
        return text.startsWith("'") && startsFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean startsFormula(String text, int at) {
        return text.length() > at && STARTS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
