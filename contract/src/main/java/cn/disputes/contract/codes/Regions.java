package cn.disputes.contract.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The administrative divisions (GB/T 2260) the suite serves, from {@code regions.csv}. */
public final class Regions {
    /** One division; {@code level} is {@code prefecture} or {@code county}. */
    public record Region(String code, String name, String pinyin, String level) {
        public boolean county() {
            return level.equals("county");
        }
    }

    private static final Map<String, Region> BY_CODE = load();

    private Regions() {}

    public static List<Region> all() {
        return List.copyOf(BY_CODE.values());
    }

    public static Optional<Region> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The county-level divisions (县市区) at or below {@code code}. */
    public static List<Region> counties(String code) {
        var prefix = prefix(code);
        return all().stream()
                .filter(Region::county)
                .filter(r -> r.code().startsWith(prefix))
                .toList();
    }

    /** What every code at or below {@code code} starts with: 330700 → 3307, 330000 → 33, 330782 → itself. */
    public static String prefix(String code) {
        if (code.equals("000000") || code.equals("100000")) return "";
        if (code.endsWith("0000")) return code.substring(0, 2);
        return code.endsWith("00") ? code.substring(0, 4) : code;
    }

    private static Map<String, Region> load() {
        var regions = new LinkedHashMap<String, Region>();
        try (var in = Regions.class.getResourceAsStream("/regions.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(","))
                    .forEach(c -> regions.put(c[0], new Region(c[0], c[1], c[2], c[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return regions;
    }
}
