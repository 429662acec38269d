package cn.disputes.cases.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who works on cases (承办人).
 *
 * @param subject {@code sub} of the officer's token
 * @param regionCode the office
 * @param active false: gets no further case, keeps those there are
 * @param capacity how many open cases are a full load, 1..1000; loads are compared relative to it
 * @param conflictAgencies agencies in whose cases the officer takes no part (统一社会信用代码)
 * @param team whom the officer works with (承办团队), for figures by team; null where there are none
 * @param openCases open reconsiderations and suits the officer has now
 */
public record Officer(
        String subject,
        String name,
        String regionCode,
        boolean active,
        int capacity,
        List<String> conflictAgencies,
        @JsonInclude(JsonInclude.Include.NON_NULL) String team,
        long openCases,
        long version) {}
