package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whose a case is, and who must keep away from it (回避). The steps know nothing of it: a fold leaves it as it is.
 *
 * @param assignedTo {@code sub} of the officer, null while nobody has the case
 * @param recused those who neither see the case nor act in it
 * @param registeredBy {@code sub} of whoever took the case in; null when it came in a file
 */
public record Handling(String assignedTo, List<String> recused, String registeredBy) {
    public static final Handling NOBODY = new Handling(null, List.of(), null);

    public boolean bars(Caller caller) {
        return recused.contains(caller.subject());
    }

    /** Nearly always nobody, which the driver's array reader takes long to find out. */
    private static List<String> recused(ResultSet row) throws SQLException {
        return "{}".equals(row.getString("recused"))
                ? List.of()
                : List.of((String[]) row.getArray("recused").getArray());
    }

    /** Of cases of either kind, by their id; of what is no case nothing. */
    public static Map<UUID, Handling> of(Handle h, Collection<UUID> cases) {
        return h.createQuery(
                        """
                        SELECT id, assigned_to, recused, registered_by FROM reconsideration WHERE id = ANY (:ids)
                        UNION ALL
                        SELECT id, assigned_to, recused, registered_by FROM litigation WHERE id = ANY (:ids)""")
                .bindArray("ids", UUID.class, cases.toArray())
                .map((row, ctx) -> Map.entry(row.getObject("id", UUID.class), map(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static Handling map(ResultSet row) throws SQLException {
        return new Handling(row.getString("assigned_to"), recused(row), row.getString("registered_by"));
    }
}
