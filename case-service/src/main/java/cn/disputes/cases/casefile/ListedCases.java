package cn.disputes.cases.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What lists show of cases, kept in memory as it was written out: the database is asked each time which cases a list holds
 * and whose they are, but what has not changed since it was shown last is neither read nor written out again.
 */
@ApplicationScoped
class ListedCases {
    /** Names are not kept longer than an officer's look at a list takes. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /**
     * A case as it stands in the database.
     *
     * @param writtenBy number of the transaction that wrote the row: with it any change makes another row, also one that
     *     leaves the version
     */
    record Row(UUID id, LocalDate day, long version, long writtenBy, Handling handling) {
        static String columns(String dateColumn) {
            return "id, " + dateColumn
                    + " AS listed_on, version, xmin AS written_by, assigned_to, recused, registered_by";
        }

        static Row map(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("listed_on", LocalDate.class),
                    row.getLong("version"),
                    row.getLong("written_by"),
                    Handling.map(row));
        }
    }

    /** @param whole whether names are shown as they are, or masked */
    private record Key(String table, UUID id, long version, long writtenBy, boolean whole) {}

    /** @param json the case as the list shows it */
    record Shown(UUID id, boolean whole, RawValue json) {}

    private final ObjectMapper json;
    private final Cache<Key, Shown> kept;

    /** @param megabytes that the cases of lists may take in memory; 0 keeps none */
    ListedCases(ObjectMapper json, @ConfigProperty(name = "lists.kept-megabytes", defaultValue = "8") int megabytes) {
        this.json = json;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(megabytes * 1_000_000L)
                .weigher((Key key, Shown shown) -> 300 + 3 * ((SerializedString) shown.json.rawValue()).charLength())
                .expireAfterWrite(KEPT_FOR)
                .build();
    }

    /**
     * In the order of the rows.
     *
     * @param filter by which the rows were found; a case that has left it meanwhile, or its caller's eyes, is left out
     */
    <R, V> List<Shown> of(
            Handle h,
            CaseLists.Kind<R> kind,
            CaseFilter filter,
            List<Row> rows,
            Viewer viewer,
            BiFunction<R, Viewer, V> view) {
        var shown = new HashMap<UUID, Shown>();
        for (var row : rows) {
            var found = kept.getIfPresent(key(kind, row, viewer));
            if (found != null) shown.put(row.id, found);
        }
        if (shown.size() < rows.size()) read(h, kind, filter, rows, viewer, view, shown);
        return rows.stream()
                .map(row -> shown.get(row.id))
                .filter(Objects::nonNull)
                .toList();
    }

    private <R, V> void read(
            Handle h,
            CaseLists.Kind<R> kind,
            CaseFilter filter,
            List<Row> rows,
            Viewer viewer,
            BiFunction<R, Viewer, V> view,
            Map<UUID, Shown> shown) {
        var missing =
                rows.stream().map(Row::id).filter(id -> !shown.containsKey(id)).toArray();
        h.createQuery("SELECT *, " + Row.columns(kind.dateColumn()) + " FROM " + kind.table()
                        + " WHERE id = ANY (:ids) AND " + filter.page(kind.dateColumn()))
                .bindMap(filter.values())
                .bindArray("ids", UUID.class, missing)
                .map((result, context) -> {
                    // as it stands now, which may be later than when the list was made
                    var row = Row.map(result, context);
                    var whole = viewer.seesWhole(row.handling);
                    var text = text(view.apply(kind.mapper().map(result, context), viewer));
                    var one = new Shown(row.id, whole, new RawValue(new SerializedString(text)));
                    kept.put(key(kind, row, viewer), one);
                    return one;
                })
                .forEach(one -> shown.put(one.id, one));
    }

    private static Key key(CaseLists.Kind<?> kind, Row row, Viewer viewer) {
        return new Key(kind.table(), row.id, row.version, row.writtenBy, viewer.seesWhole(row.handling));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case cannot be written out", e);
        }
    }
}
