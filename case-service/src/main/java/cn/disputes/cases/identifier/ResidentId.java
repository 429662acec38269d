package cn.disputes.cases.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Resident identity number (公民身份号码, GB 11643-1999). Any birth year, so that synthetic numbers can be told apart. */
public final class ResidentId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentId() {}

    public static boolean valid(String number) {
        if (number == null || !number.matches("[0-9]{17}[0-9X]")) return false;
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11) == number.charAt(17) && dated(number.substring(6, 14));
    }

    private static boolean dated(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
