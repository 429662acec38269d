package cn.disputes.alerts.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * One order (交办单): what a leader was handed in a month's round of a region.
 *
 * @param regionCode the region of the round; a city's round also holds the cases of its counties
 * @param receipt when and by whom it was signed for, absent before
 * @param cases those of the caller's region; the leader whose order it is sees all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        UUID id,
        YearMonth month,
        String regionCode,
        Round.Responsible leader,
        Round.SignedFor receipt,
        List<Round.Ordered> cases,
        @JsonIgnore long version) {
    OrderView signed(Round.SignedFor by) {
        return new OrderView(id, month, regionCode, leader, by, cases, version + 1);
    }
}
