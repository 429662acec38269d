package cn.disputes.cases.agency;

import cn.disputes.contract.codes.Domain;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * An administrative agency (行政机关).
 *
 * @param code unified social credit code
 * @param level PROVINCE, CITY, COUNTY or TOWNSHIP; null when not known
 * @param domain its field of administration; null when not known
 * @param kind what it is in the order of government; null when not known
 * @param version rises with each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agency(
        String code, String name, String regionCode, Level level, Domain domain, AgencyKind kind, long version) {
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP
    }

    @JdbiConstructor
    public Agency {}

    /** Of unknown kind. */
    public Agency(String code, String name, String regionCode, Level level, Domain domain, long version) {
        this(code, name, regionCode, level, domain, null, version);
    }
}
