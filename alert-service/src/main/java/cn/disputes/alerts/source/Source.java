package cn.disputes.alerts.source;

import cn.disputes.contract.events.AlertSourceEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A court's system that posts alerts (预警来源).
 *
 * @param configured somebody has set it up; before that it is known because it posted, and its region is that of the
 *     token it first came with, and binds nobody but whoever sets it up
 * @param regionCode once configured its alerts are of this region or below
 * @param heartbeatMinutes longest silence before it is missed, null when nothing is expected
 * @param rowsPerMinute most alerts a minute; a minute's worth may come at once
 * @param speakers whose tokens ({@code sub}) alone may speak for it; absent: any court liaison of its region
 * @param heardAt when it last posted an alert or a heartbeat
 * @param silent it has been silent beyond its expectation
 * @param silentSince from when on it is missed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        String id,
        @JsonIgnore UUID uid,
        @JsonIgnore long version,
        boolean configured,
        String name,
        String regionCode,
        Integer heartbeatMinutes,
        int rowsPerMinute,
        List<String> speakers,
        Instant heardAt,
        @JsonIgnore Instant expectedFrom,
        boolean silent,
        Instant silentSince,
        @JsonIgnore boolean announced,
        @JsonIgnore long eventVersion) {

    static Source map(ResultSet row, Instant now) throws SQLException {
        var heartbeat = (Integer) row.getObject("heartbeat_minutes");
        var heard = instant(row, "heard_at");
        var expected = instant(row, "expected_from");
        var raised = instant(row, "silent_since");
        var missed = missed(heartbeat, heard, expected);
        var silent = missed != null && missed.isBefore(now);
        return new Source(
                row.getString("id"),
                row.getObject("uid", UUID.class),
                row.getLong("version"),
                row.getLong("version") > 0,
                row.getString("name"),
                row.getString("region_code"),
                heartbeat,
                row.getInt("rows_per_minute"),
                speakers(row),
                heard,
                expected,
                silent,
                silent ? missed : null,
                raised != null,
                row.getLong("event_version"));
    }

    static Instant missed(Integer heartbeatMinutes, Instant heardAt, Instant expectedFrom) {
        if (heartbeatMinutes == null) return null;
        var last = heardAt == null || heardAt.isBefore(expectedFrom) ? expectedFrom : heardAt;
        return last.plus(Duration.ofMinutes(heartbeatMinutes));
    }

    static List<String> speakers(ResultSet row) throws SQLException {
        var named = row.getArray("speakers");
        return named == null ? null : List.of((String[]) named.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static AlertSourceEvent event(ResultSet row, Instant endedAt, Instant now) throws SQLException {
        return new AlertSourceEvent(
                row.getObject("uid", UUID.class),
                row.getLong("event_version"),
                row.getString("region_code"),
                row.getString("id"),
                row.getString("name"),
                (Integer) row.getObject("heartbeat_minutes"),
                instant(row, "heard_at"),
                instant(row, "since"),
                endedAt,
                now);
    }
}
