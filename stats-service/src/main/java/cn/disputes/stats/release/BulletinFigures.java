package cn.disputes.stats.release;

import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.groups.GroupBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the document and the tables of a bulletin both print. */
final class BulletinFigures {
    static final String NOTHING = "—";

    /** Shown by county and by month; all others are in the table of the whole. */
    static final List<String> HEADLINES = List.of(
            "RECONSIDERATIONS_RECEIVED",
            "RECONSIDERATIONS_CONCLUDED",
            "RECONSIDERATIONS_CORRECTED",
            "DISPUTE_SETTLED_RATE",
            "FIRST_INSTANCE_RECEIVED",
            "FIRST_INSTANCE_LOST",
            "LOSS_RATE",
            "HEAD_APPEARANCE_RATE");

    private final Release release;

    BulletinFigures(Release release) {
        this.release = release;
    }

    /** Code, name, value, numerator, denominator, the year before, change. */
    List<List<String>> totals() {
        var values = release.total().rows().get(0).values();
        return release.definitions().stream()
                .filter(d -> values.containsKey(d.code()))
                .map(d -> total(d, values.get(d.code())))
                .toList();
    }

    private static List<String> total(Release.Definition d, Figure.Value v) {
        return List.of(
                d.code(),
                d.zh(),
                shown(v),
                v.numerator() == null ? NOTHING : v.numerator().toString(),
                v.denominator() == null ? NOTHING : v.denominator().toString(),
                v.previous() == null ? NOTHING : shown(v.previous()),
                v.changeDisplay() == null ? NOTHING : v.changeDisplay());
    }

    static List<String> totalHeadings() {
        return List.of("代码", "指标", "数值", "分子", "分母", "上年同期", "同比");
    }

    List<String> headlineNames() {
        return HEADLINES.stream().map(this::name).toList();
    }

    String name(String code) {
        return release.definition(code).map(Release.Definition::zh).orElse(code);
    }

    List<Figure.Row> regions() {
        return release.byRegion().rows();
    }

    List<Figure.Row> months() {
        return release.byMonth().rows();
    }

    static String regionName(Figure.Row row) {
        return GroupBy.region.nameZh(row.group().get("region"));
    }

    static String month(Figure.Row row) {
        return row.group().get("month");
    }

    /** The headline values of a row. */
    static List<String> headlines(Map<String, Figure.Value> values) {
        return HEADLINES.stream().map(code -> shown(values.get(code))).toList();
    }

    static String shown(Figure.Value value) {
        if (value == null || value.display() == null) return NOTHING;
        return value.display() + value.mark();
    }

    List<List<String>> definitions() {
        return release.definitions().stream()
                .map(d -> List.of(
                        d.code(),
                        d.zh(),
                        d.formula(),
                        d.exclusions() == null ? "" : d.exclusions(),
                        d.basis(),
                        d.version()))
                .toList();
    }

    static List<String> definitionHeadings() {
        return List.of("代码", "指标", "口径", "不计入", "依据", "定义版本");
    }

    List<List<String>> seal(String hash) {
        var lines = new ArrayList<>(List.of(
                List.of("公报编号", String.valueOf(release.number())),
                List.of("标识", release.id().toString()),
                List.of("封存时间", release.sealedAt().toString()),
                List.of("封存人", release.sealedBy()),
                List.of("涉及案件", release.caseCount() + " 件"),
                List.of("统计期已结束", release.periodOver() ? "是" : "否"),
                List.of("SHA-256", hash),
                List.of("前一公报", release.previousHash() == null ? NOTHING : release.previousHash())));
        lines.addAll(lines.size() - 2, SealedFeeds.lines(release));
        return lines;
    }
}
