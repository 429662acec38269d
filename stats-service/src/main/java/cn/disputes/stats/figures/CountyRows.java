package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The counties behind a figure that counts counties without a loss; those with one name the cases lost. */
final class CountyRows {
    private static final int MOST_NAMED = 5;

    private final Handle h;
    private final Indicator indicator;
    private final Question question;

    CountyRows(Handle h, Indicator indicator, Question question) {
        this.h = h;
        this.indicator = indicator;
        this.question = question;
    }

    List<CaseRow> list(RowSet set) {
        var lost = lost();
        return question.counties().stream()
                .filter(code -> set == RowSet.DENOMINATOR || lost.containsKey(code) == (set == RowSet.EXCLUDED))
                .sorted()
                .map(code -> row(code, set == RowSet.EXCLUDED ? reason(lost.get(code)) : null))
                .toList();
    }

    private Map<String, List<String>> lost() {
        var sql = FigureSql.with(indicator, question.cut())
                + " SELECT f.region_code, array_agg(f.case_number ORDER BY f.case_number) AS numbers FROM known f JOIN "
                + FigureSql.periods(question) + " ON TRUE WHERE " + FigureSql.population(indicator, question) + " AND "
                + indicator.counted() + " AND " + indicator.numerator()
                + FigureSql.narrowed(indicator, question.group()) + " GROUP BY f.region_code";
        return FigureSql.bind(h.createQuery(sql), question).reduceResultSet(new LinkedHashMap<>(), (all, row, ctx) -> {
            all.put(row.getString("region_code"), List.of((String[])
                    row.getArray("numbers").getArray()));
            return all;
        });
    }

    private static String reason(List<String> numbers) {
        var named = String.join("、", numbers.subList(0, Math.min(MOST_NAMED, numbers.size())));
        return "败诉" + numbers.size() + "件：" + named + (numbers.size() > MOST_NAMED ? "等" : "");
    }

    private static CaseRow row(String county, String reason) {
        return new CaseRow(
                "COUNTY",
                UUID.nameUUIDFromBytes(county.getBytes(StandardCharsets.UTF_8)),
                null,
                null,
                county,
                null,
                null,
                null,
                null,
                null,
                null,
                reason,
                null);
    }
}
