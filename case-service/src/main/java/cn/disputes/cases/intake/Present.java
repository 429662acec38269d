package cn.disputes.cases.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the register has under a number already: enough to see that nothing changed. */
record Present(UUID id, String number, String region, long version, String hash, List<String> recused) {

    /** Locked in the order of their numbers, so that no two imports wait for each other in a circle. */
    static Map<String, Present> lock(Handle h, Register<?, ?, ?> register, Collection<String> numbers) {
        return h.createQuery(
                        "SELECT id, %1$s AS number, region_code, version, import_hash, %2$s AS recused FROM %3$s WHERE %1$s = ANY (:numbers) ORDER BY %1$s FOR UPDATE"
                                .formatted(register.numberColumn(), register.recused(), register.table()))
                .bindArray("numbers", String.class, numbers.toArray())
                .map((row, ctx) -> new Present(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("region_code"),
                        row.getLong("version"),
                        row.getString("import_hash"),
                        List.of((String[]) row.getArray("recused").getArray())))
                .collect(Collectors.toMap(Present::number, Function.identity()));
    }
}
