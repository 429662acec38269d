package cn.disputes.cases.bulk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an export was asked for, as the audit trail keeps it: filters by name, and by value where that is a code or a date. */
final class ExportedWhat {
    private static final Pattern CODE_OR_DATE =
            Pattern.compile("[A-Z_]+|[a-z]{3,4}|[0-9]{6}|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> MAY_NAME_PEOPLE = Set.of("q", "assignedTo", "caseNumber");

    private ExportedWhat() {}

    static String of(String kind, Map<String, List<String>> parameters) {
        var filters = new TreeMap<>(parameters);
        filters.remove("kind");
        return kind
                + filters.entrySet().stream()
                        .map(filter ->
                                " " + shown(filter.getKey(), filter.getValue().get(0)))
                        .collect(Collectors.joining());
    }

    private static String shown(String name, String value) {
        var harmless =
                !MAY_NAME_PEOPLE.contains(name) && CODE_OR_DATE.matcher(value).matches();
        return harmless ? name + "=" + value : name;
    }
}
