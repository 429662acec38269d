import java.sql.DriverManager;
import java.util.Arrays;

/** The plain aggregate in DuckDB on two threads over the same rows. Arguments: CSV file, year, times. */
public final class Duck {
    public static void main(String[] a) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("CREATE TABLE fact AS SELECT * FROM read_csv('" + a[0] + "', header = true, columns = {"
                    + "'kind': 'VARCHAR', 'region_code': 'VARCHAR', 'concluded_on': 'DATE', 'outcome': 'VARCHAR'})");
            var sql = "SELECT region_code, date_trunc('month', concluded_on) AS month, count(*), count(*) FILTER (WHERE outcome"
                    + " IN ('CHANGED', 'REVOKED', 'PARTLY_REVOKED', 'CONFIRMED_UNLAWFUL', 'CONFIRMED_VOID', 'ORDERED_TO_PERFORM',"
                    + " 'AGREEMENT_REMEDY')) FROM fact WHERE kind = 'RECONSIDERATION' AND concluded_on BETWEEN DATE '" + a[1]
                    + "-01-01' AND DATE '" + a[1] + "-12-31' GROUP BY 1, 2";
            var times = new long[Integer.parseInt(a[2])];
            for (var i = 0; i < times.length; i++) {
                var begun = System.nanoTime();
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) rows.getLong(3);
                }
                times[i] = System.nanoTime() - begun;
            }
            Arrays.sort(times);
            System.out.printf("%.1f%n", times[times.length / 2] / 1e6);
        }
    }
}
