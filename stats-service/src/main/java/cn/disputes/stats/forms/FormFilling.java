package cn.disputes.stats.forms;

import cn.disputes.contract.codes.Regions;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.forms.FormAnswer.Agreement;
import cn.disputes.stats.forms.FormAnswer.Break;
import cn.disputes.stats.forms.FormAnswer.Cell;
import cn.disputes.stats.forms.FormAnswer.Checked;
import cn.disputes.stats.forms.FormAnswer.Heavier;
import cn.disputes.stats.forms.FormAnswer.Row;
import cn.disputes.stats.forms.FormCount.Counted;
import cn.disputes.stats.indicators.Indicators;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Fills a form in and holds it against its own checks and against the indicators. */
final class FormFilling {
    private static final String DOES_NOT_SAY = "未记录";

    private final FormDefinition form;
    private final Cut cut;
    private final Map<String, String> labels;

    FormFilling(FormDefinition form, Cut cut) {
        this.form = form;
        this.cut = cut;
        this.labels = form.rows().by().labels(cut);
    }

    FormAnswer fill(Handle h, Figures figures) {
        var count = new FormCount(h, form, cut);
        var counted = count.cells();
        var total = new LinkedHashMap<String, Counted>();
        counted.values().forEach(cells -> cells.forEach((code, cell) -> total.merge(code, cell, Counted::plus)));
        var rows = rows(counted, total);
        var checks =
                checks().stream().map(check -> check(count, check, counted)).toList();
        var agreements = form.leaves().stream()
                .filter(column -> column.indicator() != null && column.missing() == null)
                .map(column -> agreement(h, figures, column, total))
                .toList();
        return new FormAnswer(
                form.code(),
                form.number(),
                form.title(),
                form.authority(),
                form.approval(),
                form.unit(),
                cut.from(),
                cut.to(),
                cut.regionCode(),
                Regions.find(cut.regionCode()).map(Regions.Region::name).orElse(cut.regionCode()),
                cut.asOf(),
                checks.stream().allMatch(Checked::holds) && agreements.stream().allMatch(Agreement::agrees),
                form.columns().stream().map(FormFilling::heading).toList(),
                rows,
                checks,
                agreements,
                form.leaves().stream()
                        .filter(column -> column.missing() != null)
                        .map(column -> new FormAnswer.NotRecorded(column.code(), column.label(), column.missing()))
                        .toList(),
                form.notes() == null ? List.of() : form.notes(),
                form.signatures() == null ? List.of() : form.signatures());
    }

    private List<FormDefinition.Check> checks() {
        return form.checks() == null ? List.of() : form.checks();
    }

    /** The total, then every row the form prints, then any other that has cases. */
    private List<Row> rows(Map<String, Map<String, Counted>> counted, Map<String, Counted> total) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(null, form.rows().total(), true, cells(total)));
        labels.forEach(
                (key, label) -> rows.add(new Row(key, label, false, cells(counted.getOrDefault(key, Map.of())))));
        counted.keySet().stream()
                .filter(key -> !labels.containsKey(key))
                .forEach(key -> rows.add(new Row(key, label(key), false, cells(counted.get(key)))));
        return rows;
    }

    private String label(String key) {
        return key == null ? DOES_NOT_SAY : labels.getOrDefault(key, key);
    }

    private Map<String, Cell> cells(Map<String, Counted> counted) {
        var cells = new LinkedHashMap<String, Cell>();
        for (var column : form.leaves()) {
            if (column.missing() != null) {
                cells.put(column.code(), new Cell(null, null));
                continue;
            }
            var cell = counted.getOrDefault(column.code(), Counted.NONE);
            // nothing found among cases that do not say is not known to be nothing
            var unknown = cell.value().signum() == 0 && cell.unsure() > 0;
            cells.put(column.code(), new Cell(unknown ? null : cell.value(), cell.unsure() > 0 ? cell.unsure() : null));
        }
        return cells;
    }

    private Checked check(FormCount count, FormDefinition.Check check, Map<String, Map<String, Counted>> counted) {
        var breaks = new ArrayList<Break>();
        count.broken(check).forEach((key, broken) -> {
            var left = sum(check.left(), counted.getOrDefault(key, Map.of()));
            var right = sum(check.right(), counted.getOrDefault(key, Map.of()));
            var compared = left.compareTo(right);
            breaks.add(new Break(
                    key,
                    label(key),
                    left,
                    right,
                    compared > 0 ? Heavier.LEFT : compared < 0 ? Heavier.RIGHT : Heavier.NEITHER,
                    broken.caseCount(),
                    broken.cases()));
        });
        return new Checked(check.code(), check.label(), breaks.isEmpty(), breaks);
    }

    private static BigDecimal sum(List<String> codes, Map<String, Counted> cells) {
        return codes.stream()
                .map(code -> cells.getOrDefault(code, Counted.NONE).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Agreement agreement(Handle h, Figures figures, FormDefinition.Column column, Map<String, Counted> total) {
        var parts = column.indicator().split("/", 2);
        var value = figures.single(h, Indicators.find(parts[0]).orElseThrow(), cut, Comparison.NONE);
        var figure = parts.length == 1
                ? value.value()
                : BigDecimal.valueOf(parts[1].equals("numerator") ? value.numerator() : value.denominator());
        var mine = total.getOrDefault(column.code(), Counted.NONE).value();
        return new Agreement(
                column.code(), column.label(), column.indicator(), mine, figure, mine.compareTo(figure) == 0);
    }

    private static FormAnswer.Heading heading(FormDefinition.Column column) {
        return column.leaf()
                ? new FormAnswer.Heading(column.code(), column.label(), null)
                : new FormAnswer.Heading(
                        null,
                        column.label(),
                        column.columns().stream().map(FormFilling::heading).toList());
    }
}
