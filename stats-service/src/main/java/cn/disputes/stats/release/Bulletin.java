package cn.disputes.stats.release;

import cn.disputes.stats.printing.Periods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;

/**
 * The whole bulletin as a document: the words, the tables, charts that Word draws and can change, the definitions and the
 * seal.
 */
final class Bulletin {
    private final Release release;
    private final Narrator.Narrative narrative;
    private final String hash;
    private final BulletinFigures figures;
    private final BulletinPage page;

    private Bulletin(ReleaseStore.Stored stored, Narrator.Narrative narrative, BulletinPage page) {
        this.release = stored.release();
        this.hash = stored.hash();
        this.narrative = narrative;
        this.figures = new BulletinFigures(release);
        this.page = page;
    }

    static byte[] of(ReleaseStore.Stored stored, Narrator.Narrative narrative) throws IOException {
        try (var page = new BulletinPage();
                var out = new ByteArrayOutputStream()) {
            new Bulletin(stored, narrative, page).write();
            page.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("a chart could not be made", e);
        }
    }

    private void write() throws IOException, InvalidFormatException {
        page.title(release.title());
        page.centred(
                release.regionName() + "　" + Periods.zh(release.from(), release.to()) + "　第" + release.number() + "号");
        narrative.paragraphs().forEach(page::paragraph);
        page.heading("一、主要指标");
        page.table(
                BulletinFigures.totalHeadings().subList(1, 7),
                figures.totals().stream().map(row -> row.subList(1, 7)).toList());
        page.heading("二、分地区");
        page.table(headings("县（市、区）"), regions());
        charts();
        page.heading("四、分月");
        page.table(headings("月份"), months());
        page.heading("五、指标口径");
        page.table(BulletinFigures.definitionHeadings(), figures.definitions());
        page.heading("六、封存信息");
        page.table(List.of("项目", "内容"), figures.seal(hash));
    }

    private void charts() throws IOException, InvalidFormatException {
        page.heading("三、图表");
        var months = figures.months().stream().map(BulletinFigures::month).toList();
        page.columns(
                "行政复议收案与办结（件）",
                months,
                List.of(monthly("RECONSIDERATIONS_RECEIVED"), monthly("RECONSIDERATIONS_CONCLUDED")));
        page.columns(
                "一审行政诉讼收案与败诉（件）", months, List.of(monthly("FIRST_INSTANCE_RECEIVED"), monthly("FIRST_INSTANCE_LOST")));
        for (var code : List.of("LOSS_RATE", "HEAD_APPEARANCE_RATE")) {
            var known = figures.regions().stream()
                    .filter(row -> row.values().get(code).value() != null)
                    .toList();
            if (known.isEmpty()) continue;
            page.columns(
                    "各县（市、区）" + figures.name(code) + "（%）",
                    known.stream().map(BulletinFigures::regionName).toList(),
                    List.of(new BulletinPage.Line(
                            figures.name(code),
                            known.stream()
                                    .map(row -> row.values()
                                            .get(code)
                                            .value()
                                            .movePointRight(2)
                                            .doubleValue())
                                    .toList())));
        }
    }

    private BulletinPage.Line monthly(String code) {
        return new BulletinPage.Line(
                figures.name(code),
                figures.months().stream()
                        .map(row -> row.values().get(code).value().doubleValue())
                        .toList());
    }

    private List<String> headings(String first) {
        var headings = new ArrayList<>(List.of(first));
        headings.addAll(figures.headlineNames());
        return headings;
    }

    private List<List<String>> regions() {
        return figures.regions().stream()
                .map(row -> row(BulletinFigures.regionName(row), BulletinFigures.headlines(row.values())))
                .toList();
    }

    private List<List<String>> months() {
        return figures.months().stream()
                .map(row -> row(BulletinFigures.month(row), BulletinFigures.headlines(row.values())))
                .toList();
    }

    private static List<String> row(String first, List<String> others) {
        var row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }
}
