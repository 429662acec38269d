package cn.disputes.contract.events;

import java.math.BigDecimal;

/**
 * What official returns ask of a case besides its course; null where the register does not know it. It names no person.
 *
 * @param agencyLevel PROVINCE, CITY, COUNTY or TOWNSHIP: the respondent's or defendant's
 * @param agencyKind GOVERNMENT, DEPARTMENT, DELEGATE, BRANCH, AUTHORISED, JUSTICE or VERTICAL
 * @param claimants how many apply or sue
 * @param organisations how many of them are no natural persons
 * @param channel how the application came: ONLINE, IN_PERSON, POST, ORAL or VIA_AGENCY
 * @param amountInDispute yuan
 * @param compensated whether the decision awards compensation (行政赔偿)
 * @param compensationAmount yuan awarded
 * @param team the team of the officer who handles it (承办团队)
 */
public record Particulars(
        String agencyLevel,
        String agencyKind,
        Integer claimants,
        Integer organisations,
        String channel,
        BigDecimal amountInDispute,
        Boolean compensated,
        BigDecimal compensationAmount,
        String team) {

    /** Of the parties alone; level, kind and team are added where the event is written. */
    public static Particulars of(int claimants, int organisations) {
        return new Particulars(null, null, claimants, organisations, null, null, null, null, null);
    }
}
