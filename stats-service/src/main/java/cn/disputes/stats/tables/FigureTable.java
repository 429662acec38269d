package cn.disputes.stats.tables;

import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import java.util.ArrayList;
import java.util.List;

/** Figures as lines of a table: one for each group and indicator, each with what it takes to understand it alone. */
final class FigureTable {
    private final Figure figure;
    private final Words words;
    private final List<String> groups;
    private final boolean compared;

    FigureTable(Figure figure, Words words) {
        this.figure = figure;
        this.words = words;
        groups = figure.rows().isEmpty()
                ? List.of()
                : List.copyOf(figure.rows().get(0).group().keySet());
        compared = figure.rows().stream()
                .flatMap(row -> row.values().values().stream())
                .anyMatch(value -> value.previous() != null);
    }

    List<String> header() {
        var header = new ArrayList<String>();
        for (var group : groups) {
            header.add(words.heading(group));
            if (group.equals("region")) header.add(words.heading("regionName"));
        }
        for (var column :
                List.of("from", "to", "asOf", "indicator", "name", "numerator", "denominator", "value", "display"))
            header.add(words.heading(column));
        if (compared) for (var column : List.of("previous", "change")) header.add(words.heading(column));
        for (var column : List.of("note", "definitionVersion")) header.add(words.heading(column));
        return header;
    }

    List<List<?>> lines() {
        var lines = new ArrayList<List<?>>();
        for (var row : figure.rows()) row.values().forEach((code, value) -> lines.add(line(row, code, value)));
        if (figure.total() != null)
            figure.total().values().forEach((code, value) -> lines.add(line(figure.total(), code, value)));
        return lines;
    }

    private List<?> line(Figure.Row row, String code, Figure.Value value) {
        var line = new ArrayList<Object>();
        for (var group : groups) {
            var total = row == figure.total() && line.isEmpty();
            line.add(total ? words.either("合计", "total") : row.group().get(group));
            if (group.equals("region")) line.add(words.groupName(row.group().get(group)));
        }
        line.add(figure.from());
        line.add(figure.to());
        line.add(figure.asOf());
        line.add(code);
        line.add(name(code));
        line.add(value.numerator());
        line.add(value.denominator());
        line.add(value.value());
        line.add(value.display());
        if (compared) {
            line.add(value.previous() == null ? null : value.previous().value());
            line.add(value.change());
        }
        line.add(note(value));
        line.add(Indicators.find(code).map(Indicator::version).orElse(figure.definitionVersion()));
        return line;
    }

    private String note(Figure.Value value) {
        if (Boolean.TRUE.equals(value.suppressed())) return words.either("案件过少，不予显示", "withheld: too few cases");
        if (Boolean.TRUE.equals(value.provisional())) return words.either("暂定", "provisional");
        var before = value.previous();
        return before != null && Boolean.TRUE.equals(before.provisional())
                ? words.either("对比期暂定", "previous provisional")
                : null;
    }

    private String name(String code) {
        return Indicators.find(code).map(i -> words.either(i.zh(), i.en())).orElse(null);
    }
}
