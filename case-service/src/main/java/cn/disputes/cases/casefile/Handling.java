package cn.disputes.cases.casefile;

import cn.disputes.contract.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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

    public static Handling map(ResultSet row) throws SQLException {
        return new Handling(row.getString("assigned_to"), recused(row), row.getString("registered_by"));
    }
}
