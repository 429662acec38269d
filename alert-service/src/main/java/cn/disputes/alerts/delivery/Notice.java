package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Something to be told, before it is known to whom.
 *
 * @param key names the thing itself: a second notice with the same key is the same notice
 * @param code which one of its kind: the rung, the warning
 * @param level of the risk case, null where there is none
 * @param agencyCodes the agencies concerned
 * @param caseId the risk case, null where there is none
 * @param leaderId the leader who answers for it, null where nobody does
 * @param about what its source needs to tell it, codes and ids only: the words are made of the day's facts when it is sent
 */
public record Notice(
        UUID id,
        String key,
        NoticeKind kind,
        String code,
        String regionCode,
        RiskLevel level,
        List<String> agencyCodes,
        UUID caseId,
        String leaderId,
        Set<Audience> audiences,
        JsonNode about,
        Instant recordedAt) {

    static Notice map(ResultSet row, StatementContext context) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("key"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("region_code"),
                row.getString("level") == null ? null : RiskLevel.valueOf(row.getString("level")),
                List.of((String[]) row.getArray("agency_codes").getArray()),
                row.getObject("case_id", UUID.class),
                row.getString("leader_id"),
                Arrays.stream((String[]) row.getArray("audiences").getArray())
                        .map(Audience::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                tree(row.getString("about")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notice unreadable", e);
        }
    }
}
