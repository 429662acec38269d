package cn.disputes.stats.forms;

import cn.disputes.stats.forms.FormDefinition.Column;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a form's file must keep to; all that is wrong with it is said at once. */
final class FormRules {
    private final FormDefinition form;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    private FormRules(FormDefinition form) {
        this.form = form;
    }

    static List<String> faults(FormDefinition form) {
        var rules = new FormRules(form);
        rules.check();
        return rules.faults;
    }

    private void check() {
        if (form.code() == null || !form.code().matches("[A-Za-z0-9-]{1,40}"))
            faults.add("code must be letters, digits and hyphens");
        for (var text : new String[] {form.number(), form.title(), form.authority(), form.unit()})
            if (text == null || text.isBlank()) faults.add("number, title, authority and unit must be given");
        if (form.kind() == null) faults.add("kind must be given");
        if (form.rows() == null
                || form.rows().by() == null
                || form.rows().label() == null
                || form.rows().total() == null) faults.add("rows must say by, label and total");
        if (form.columns() == null || form.columns().isEmpty()) {
            faults.add("columns must be given");
            return;
        }
        form.columns().forEach(column -> check(column, false));
        if (form.checks() != null) form.checks().forEach(this::check);
    }

    private void check(Column column, boolean basisAbove) {
        var name = column.label() == null ? String.valueOf(column.code()) : column.label();
        if (column.label() == null || column.label().isBlank()) faults.add(name + " has no label");
        check(name, column.when());
        check(name, column.unless());
        var basis = basisAbove || column.basis() != null;
        if (!column.leaf()) {
            column.columns().forEach(below -> check(below, basis));
            return;
        }
        if (column.code() == null || !column.code().matches("[A-Za-z0-9]{1,60}"))
            faults.add(name + " needs a code of letters and digits");
        else if (!codes.add(column.code())) faults.add(column.code() + " is the code of two columns");
        if (column.missing() != null) missing.add(column.code());
        else if (!basis) faults.add(name + " has no basis");
        if (column.indicator() != null) checkIndicator(name, column.indicator());
    }

    private void check(String name, Map<String, List<String>> conditions) {
        if (conditions == null) return;
        conditions.forEach((field, values) -> {
            FormField known;
            try {
                known = FormField.valueOf(field);
            } catch (IllegalArgumentException e) {
                faults.add(name + " asks for " + field + ", which is no field");
                return;
            }
            if (form.kind() != null && !known.of(form.kind()))
                faults.add(name + " asks for " + field + ", which no " + form.kind() + " has");
            if (values == null || values.isEmpty()) faults.add(name + " gives " + field + " no value");
            else
                values.stream()
                        .filter(value -> known.sql(value) == null)
                        .forEach(value -> faults.add(
                                name + " asks for " + field + " " + value + ", allowed are " + known.allowed()));
        });
    }

    private void checkIndicator(String name, String asked) {
        var parts = asked.split("/", 2);
        var indicator = Indicators.find(parts[0]);
        if (indicator.isEmpty()) {
            faults.add(name + " names the indicator " + parts[0] + ", which there is not");
            return;
        }
        var count = indicator.get().shape() == Shape.COUNT;
        var part = parts.length > 1 && Set.of("numerator", "denominator").contains(parts[1]);
        if (count == parts.length > 1 || !count && !part)
            faults.add(name + " must name a count, or the numerator or denominator of a rate: " + asked);
    }

    private void check(FormDefinition.Check check) {
        if (check.code() == null || check.label() == null || empty(check.left()) || empty(check.right())) {
            faults.add("a check needs code, label, left and right");
            return;
        }
        for (var side : List.of(check.left(), check.right())) {
            for (var code : side) {
                if (!codes.contains(code)) faults.add("check " + check.code() + " names no column: " + code);
                else if (missing.contains(code))
                    faults.add("check " + check.code() + " adds up " + code + ", which is not recorded");
            }
        }
    }

    private static boolean empty(List<String> side) {
        return side == null || side.isEmpty();
    }
}
