package cn.disputes.deploy.sample;

/** Unified social credit codes (统一社会信用代码, GB 32100) of agencies; their organisation part begins with HC, for 合成. */
final class SocialCreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    /** Registered with the staffing office (机构编制), state organ. */
    private static final String STATE_ORGAN = "11";

    private SocialCreditCode() {}

    static String of(String regionCode, int serial) {
        var organisation = "HC%06d".formatted(serial);
        var body = STATE_ORGAN + regionCode + organisation + organisationCheck(organisation);
        return body + check(body);
    }

    private static char organisationCheck(String eight) {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        return "0X987654321".charAt(sum % 11);
    }

    private static char check(String seventeen) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
