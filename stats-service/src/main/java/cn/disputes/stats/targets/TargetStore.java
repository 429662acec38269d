package cn.disputes.stats.targets;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps every version of every target. */
@ApplicationScoped
public class TargetStore {
    /** Held until the transaction ends, so that versions follow each other one by one. */
    void lock(Handle h, String indicator, String region) {
        h.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:what, 21))) l")
                .bind("what", indicator + "\n" + region)
                .mapTo(Integer.class)
                .one();
    }

    List<Target.Version> versions(Handle h, String indicator, String region) {
        return h.createQuery(
                        """
                        SELECT version, value, valid_from, note, recorded_by, recorded_at FROM target
                        WHERE indicator = :indicator AND region_code = :region ORDER BY version DESC""")
                .bind("indicator", indicator)
                .bind("region", region)
                .map((row, ctx) -> new Target.Version(
                        row.getInt("version"),
                        plain(row.getBigDecimal("value")),
                        YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                        row.getString("note"),
                        row.getString("recorded_by"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(
            Handle h,
            String indicator,
            String region,
            int version,
            BigDecimal value,
            YearMonth validFrom,
            String note,
            String by,
            Instant at) {
        h.createUpdate(
                        """
                        INSERT INTO target (indicator, region_code, version, value, valid_from, note, recorded_by, recorded_at)
                        VALUES (:indicator, :region, :version, :value, :validFrom, :note, :by, :at)""")
                .bind("indicator", indicator)
                .bind("region", region)
                .bind("version", version)
                .bind("value", value)
                .bind("validFrom", validFrom.atDay(1))
                .bind("note", note)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * What holds in a month, for any region asked: its own target or that of the nearest region above. Of two versions
     * from the same month the later one holds.
     */
    public Targets inForce(Handle h, String indicator, YearMonth month) {
        var byRegion = new HashMap<String, BigDecimal>();
        h.createQuery(
                        """
                        SELECT DISTINCT ON (region_code) region_code, value FROM target
                        WHERE indicator = :indicator AND valid_from <= :on
                        ORDER BY region_code, valid_from DESC, version DESC""")
                .bind("indicator", indicator)
                .bind("on", month.atDay(1))
                .map((row, ctx) -> byRegion.put(row.getString("region_code"), plain(row.getBigDecimal("value"))))
                .list();
        return region -> Target.nearest(region, byRegion);
    }

    /** The targets of one indicator in one month. */
    public interface Targets {
        Optional<Target.InForce> of(String region);
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
