package cn.disputes.deploy.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a migration the former release, which still runs beside the new one, could not live with. */
final class MigrationSteps {
    /** A line that names the first release no longer needing what is taken away, and says why. */
    private static final Pattern MADE_SAFE = Pattern.compile("(?mi)^--\\s*safe since \\d+\\.\\d+(\\.\\d+)?: \\S.{9,}$");

    /** What a file makes itself, nobody else knows yet. */
    private static final Pattern CREATED = words("\\bCREATE TABLE (?:IF NOT EXISTS )?(\\w+)");

    private static final Pattern ALTERED = words("^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(\\w+)");

    private static final List<Pattern> REFUSED = List.of(
            words("\\bDROP (TABLE|VIEW|MATERIALIZED VIEW|SCHEMA|SEQUENCE|TYPE|DOMAIN)\\b"),
            words("\\bDROP COLUMN\\b"),
            words("^ALTER TABLE .*\\bDROP (?!CONSTRAINT\\b|DEFAULT\\b|NOT NULL\\b|EXPRESSION\\b|IDENTITY\\b)"),
            words("\\bRENAME\\b"),
            words("\\bSET NOT NULL\\b"),
            words("\\bALTER (COLUMN )?\\S+ (SET DATA )?TYPE\\b"));
    private static final Pattern REQUIRED_COLUMN =
            words("\\bADD (COLUMN )?(?!CONSTRAINT\\b|CHECK\\b|PRIMARY\\b|UNIQUE\\b|"
                    + "FOREIGN\\b|VALUE\\b|GENERATED\\b).*\\bNOT NULL\\b");
    private static final Pattern FILLED_BY_ITSELF = words("\\b(DEFAULT|GENERATED)\\b");

    private MigrationSteps() {}

    private static Pattern words(String pattern) {
        return Pattern.compile("(?is)" + pattern.replace(" ", "\\s+"));
    }

    /** The statements, or parts of them, that take something away; none where the file says since when that is safe. */
    static List<String> takingAway(String sql) {
        if (MADE_SAFE.matcher(sql).find()) return List.of();
        var own = CREATED.matcher(sql)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Arrays.stream(bare(sql).split(";"))
                .map(String::strip)
                .filter(statement -> !own.contains(altered(statement)))
                .flatMap(MigrationSteps::refused)
                .toList();
    }

    private static String altered(String statement) {
        var found = ALTERED.matcher(statement);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static Stream<String> refused(String statement) {
        Predicate<String> takesAway = part ->
                REFUSED.stream().anyMatch(pattern -> pattern.matcher(part).find());
        if (takesAway.test(statement)) return Stream.of(statement);
        if (!words("^ALTER TABLE\\b").matcher(statement).find()) return Stream.empty();
        return Arrays.stream(statement.split(",(?![^(]*\\))"))
                .map(String::strip)
                .filter(part -> REQUIRED_COLUMN.matcher(part).find()
                        && !FILLED_BY_ITSELF.matcher(part).find());
    }

    /** Without comments and without the words of literals; what a DO block executes is looked at as it stands. */
    private static String bare(String sql) {
        return sql.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("(?is)CREATE\\s+TEMP(ORARY)?\\s+(VIEW|TABLE)\\s+(\\w+)(.*?)\\bDROP\\s+\\2\\s+\\3", "$4");
    }
}
