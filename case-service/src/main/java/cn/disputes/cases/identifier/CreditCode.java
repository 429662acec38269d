package cn.disputes.cases.identifier;

/** Unified social credit code (统一社会信用代码, GB 32100-2015), which holds an organisation code (GB 11714). */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CreditCode() {}

    /** Whether form and both check digits are right. */
    public static boolean valid(String code) {
        if (code == null || !code.matches("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")) return false;
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17) && organisation(code.substring(8, 17));
    }

    private static boolean organisation(String code) {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += ORGANISATION_ALPHABET.indexOf(code.charAt(i)) * ORGANISATION_WEIGHTS[i];
        var check = 11 - sum % 11;
        var expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return code.charAt(8) == expected;
    }
}
