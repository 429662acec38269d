package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Who wants to be told of what, and how.
 *
 * @param owner the person's {@code sub}
 * @param kinds only these; empty for all. So with levels and audiences
 * @param regionCode everything there and below; null for what concerns the owner only
 * @param agencyCode what concerns this agency, whichever region it is of
 * @param hours quiet hours and digest
 * @param ofLeader made of the mail address or webhook in the leader's own entry
 * @param scopeRegion who may see the subscription
 * @param failures failed tries since the last success
 */
record Subscription(
        String id,
        String owner,
        Channel channel,
        String target,
        Set<NoticeKind> kinds,
        Set<RiskLevel> levels,
        Set<Audience> audiences,
        String regionCode,
        String agencyCode,
        DeliveryHours hours,
        boolean paused,
        boolean ofLeader,
        String scopeRegion,
        String secret,
        String oldSecret,
        Instant oldUntil,
        int failures,
        long version) {

    boolean watches(String region) {
        return regionCode != null && new RegionScope(regionCode).covers(region);
    }

    /** With a secret, as it lies in the database. */
    Subscription sealed(String envelope) {
        return new Subscription(
                id,
                owner,
                channel,
                target,
                kinds,
                levels,
                audiences,
                regionCode,
                agencyCode,
                hours,
                paused,
                ofLeader,
                scopeRegion,
                envelope,
                oldSecret,
                oldUntil,
                failures,
                version);
    }

    static Subscription map(ResultSet row, StatementContext context) throws SQLException {
        return new Subscription(
                row.getString("id"),
                row.getString("owner"),
                Channel.valueOf(row.getString("channel")),
                row.getString("target"),
                codes(row, "kinds", NoticeKind.class),
                codes(row, "levels", RiskLevel.class),
                codes(row, "audiences", Audience.class),
                row.getString("region_code"),
                row.getString("agency_code"),
                new DeliveryHours(
                        row.getString("quiet_from"),
                        row.getString("quiet_to"),
                        row.getObject("digest_minutes", Integer.class),
                        row.getObject("digest_hour", Integer.class)),
                row.getBoolean("paused"),
                row.getBoolean("of_leader"),
                row.getString("scope_region"),
                row.getString("secret"),
                row.getString("old_secret"),
                instant(row, "old_until"),
                row.getInt("failures"),
                row.getLong("version"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static <E extends Enum<E>> Set<E> codes(ResultSet row, String column, Class<E> type) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
