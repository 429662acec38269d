package cn.disputes.cases.agency;

import cn.disputes.contract.codes.Domain;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An administrative agency (行政机关).
 *
 * @param code unified social credit code
 * @param level PROVINCE, CITY, COUNTY or TOWNSHIP; null when not known
 * @param domain its field of administration; null when not known
 * @param version rises with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agency(String code, String name, String regionCode, Level level, Domain domain, long version) {
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP
    }
}
