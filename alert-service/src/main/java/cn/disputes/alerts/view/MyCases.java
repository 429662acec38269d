package cn.disputes.alerts.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a leader has in hand.
 *
 * @param today the legal day (Shanghai) that overdue is judged by
 * @param total open cases of the leader in the caller's region
 * @param overdue of these, with something past its day
 * @param unsigned orders not signed for, the earliest month first
 * @param items the cases of this page: overdue first, then by what is due next
 * @param next opaque cursor of the following page, null on the last
 */
@Schema(name = "MyCases")
record MyCases(
        LocalDate today,
        long total,
        long overdue,
        List<Unsigned> unsigned,
        List<MyCase> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String next) {

    /**
     * An order (交办单) not signed for.
     *
     * @param litigationCaseNumbers every suit in it, whatever has become of it since
     * @param signBy last day to sign for those of its cases that wait for it; absent when none does
     * @param etag what If-Match of the receipt is to say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnsignedOrder")
    record Unsigned(
            UUID id,
            YearMonth month,
            String regionCode,
            List<String> litigationCaseNumbers,
            LocalDate signBy,
            boolean overdue,
            String etag) {}
}
