package cn.disputes.stats.release;

import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.stats.facts.Locks;
import cn.disputes.stats.figures.RowSet;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes releases once and reads them as they were written. */
@ApplicationScoped
class ReleaseStore {
    private static final int BATCH = 5000;

    /** A release as stored. */
    record Stored(Release release, String content, String hash, SealedCases cases) {
        String recomputed() {
            return Seals.hash(content, cases);
        }
    }

    /** The number and hash of the latest release. */
    record Latest(long number, String hash) {}

    static String write(Release release) {
        try {
            return EventJson.MAPPER.writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a release that is no JSON", e);
        }
    }

    private static Release read(String content) {
        try {
            return EventJson.MAPPER.readValue(content, Release.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a release that cannot be read", e);
        }
    }

    /** Held until the transaction ends: releases are chained, so that there is one sealing at a time. */
    boolean claim(Handle h) {
        return h.createQuery("SELECT pg_try_advisory_xact_lock(" + Locks.SEALING + ")")
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Latest> latest(Handle h) {
        return h.createQuery("SELECT number, hash FROM release ORDER BY number DESC LIMIT 1")
                .map((row, ctx) -> new Latest(row.getLong("number"), row.getString("hash")))
                .findOne();
    }

    Optional<UUID> same(Handle h, String region, YearMonth from, YearMonth to, String title) {
        return h.createQuery(
                        """
                        SELECT id FROM release
                        WHERE region_code = :region AND from_month = :from AND to_month = :to AND title = :title""")
                .bind("region", region)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("title", title)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Cases and lists first: once the release itself is there, nothing can be added to it. */
    void add(Handle h, Release release, String content, SealedCases sealed, String hash) {
        addCases(h, release.id(), sealed.cases());
        addLists(h, release.id(), sealed);
        h.createUpdate(
                        """
                        INSERT INTO release (id, number, title, from_month, to_month, region_code, sealed_at, sealed_by,
                            previous_hash, hash, content)
                        VALUES (:id, :number, :title, :from, :to, :region, :sealedAt, :sealedBy, :previous, :hash, :content)""")
                .bind("id", release.id())
                .bind("number", release.number())
                .bind("title", release.title())
                .bind("from", release.from().toString())
                .bind("to", release.to().toString())
                .bind("region", release.regionCode())
                .bind("sealedAt", release.sealedAt().atOffset(ZoneOffset.UTC))
                .bind("sealedBy", release.sealedBy())
                .bind("previous", release.previousHash())
                .bind("hash", hash)
                .bind("content", content)
                .execute();
    }

    /** In few statements: each one is checked against the releases there are. */
    private static void addCases(Handle h, UUID release, List<SealedCase> cases) {
        for (var from = 0; from < cases.size(); from += BATCH) {
            var some = cases.subList(from, Math.min(cases.size(), from + BATCH));
            h.createUpdate(
                            """
                            INSERT INTO release_case (release_id, position, case_id, content)
                            SELECT :release, :from + place - 1, id, content
                            FROM unnest(CAST(:ids AS uuid[]), CAST(:contents AS text[]))
                                WITH ORDINALITY AS added (id, content, place)""")
                    .bind("release", release)
                    .bind("from", from)
                    .bindArray(
                            "ids", UUID.class, some.stream().map(SealedCase::id).toArray())
                    .bindArray(
                            "contents",
                            String.class,
                            some.stream().map(SealedCase::text).toArray())
                    .execute();
        }
    }

    private static void addLists(Handle h, UUID release, SealedCases sealed) {
        var lists = List.copyOf(sealed.lists().entrySet());
        h.createUpdate(
                        """
                        INSERT INTO release_list (release_id, indicator, from_month, to_month, row_set, members)
                        SELECT :release, * FROM unnest(CAST(:indicators AS text[]), CAST(:from AS text[]),
                            CAST(:to AS text[]), CAST(:sets AS text[]), CAST(:members AS text[]))""")
                .bind("release", release)
                .bindArray("indicators", String.class, column(lists, list -> list.getKey()
                        .indicator()))
                .bindArray("from", String.class, column(lists, list -> list.getKey()
                        .from()))
                .bindArray(
                        "to", String.class, column(lists, list -> list.getKey().to()))
                .bindArray("sets", String.class, column(lists, list -> list.getKey()
                        .set()
                        .name()))
                .bindArray("members", String.class, column(lists, list -> RowList.write(list.getValue())))
                .execute();
    }

    private static Object[] column(
            List<Map.Entry<RowList.Key, int[]>> lists, Function<Map.Entry<RowList.Key, int[]>, Object> of) {
        return lists.stream().map(of).map(Object::toString).toArray();
    }

    List<Release.Summary> list(Handle h, RegionScope scope, Long below, int limit) {
        return h.createQuery(
                        """
                        SELECT id, number, title, from_month, to_month, region_code, sealed_at, sealed_by, hash FROM release
                        WHERE region_code >= :scopeFrom AND region_code < :scopeTo AND number < :below
                        ORDER BY number DESC LIMIT :limit""")
                .bind("scopeFrom", scope.from())
                .bind("scopeTo", scope.to())
                .bind("below", below == null ? Long.MAX_VALUE : below)
                .bind("limit", limit)
                .map((row, ctx) -> new Release.Summary(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getString("title"),
                        YearMonth.parse(row.getString("from_month")),
                        YearMonth.parse(row.getString("to_month")),
                        row.getString("region_code"),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                        row.getString("sealed_by"),
                        row.getString("hash")))
                .list();
    }

    Optional<Stored> find(Handle h, UUID id, RegionScope scope) {
        return h.createQuery(
                        """
                        SELECT content, hash FROM release
                        WHERE id = :id AND region_code >= :scopeFrom AND region_code < :scopeTo""")
                .bind("id", id)
                .bind("scopeFrom", scope.from())
                .bind("scopeTo", scope.to())
                .map((row, ctx) -> new String[] {row.getString("content"), row.getString("hash")})
                .findOne()
                .map(row -> new Stored(read(row[0]), row[0], row[1], cases(h, id)));
    }

    Optional<String> hashOf(Handle h, long number) {
        return h.createQuery("SELECT hash FROM release WHERE number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findOne();
    }

    private static SealedCases cases(Handle h, UUID id) {
        var cases = h.createQuery("SELECT case_id, content FROM release_case WHERE release_id = :id ORDER BY position")
                .bind("id", id)
                .map((row, ctx) -> SealedCase.of(row.getObject("case_id", UUID.class), row.getString("content")))
                .list();
        var lists = new LinkedHashMap<RowList.Key, int[]>();
        h.createQuery(
                        "SELECT indicator, from_month, to_month, row_set, members FROM release_list WHERE release_id = :id")
                .bind("id", id)
                .map((row, ctx) -> lists.put(
                        new RowList.Key(
                                row.getString("indicator"),
                                YearMonth.parse(row.getString("from_month")),
                                YearMonth.parse(row.getString("to_month")),
                                RowSet.valueOf(row.getString("row_set"))),
                        RowList.read(row.getString("members"))))
                .list();
        return new SealedCases(cases, lists);
    }
}
