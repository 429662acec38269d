package cn.disputes.alerts.view;

import cn.disputes.alerts.paper.OfficialPaper;
import cn.disputes.alerts.view.Circular.Figures;
import cn.disputes.alerts.view.Circular.Row;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A circular as it is sent round (季度通报). */
final class CircularLetter {
    /** A document is held in memory while it is made; a row takes some kilobytes. */
    static final int MOST_ROWS = 1000;

    /** A letter is as wide as its paper. */
    private static final List<CircularColumn> FIGURES = Stream.of(CircularColumn.values())
            .filter(column -> column != CircularColumn.CARRIED)
            .toList();

    private CircularLetter() {}

    static byte[] of(Quarter quarter, Circular circular) throws IOException {
        var count = circular.rows().size();
        if (count > MOST_ROWS) throw new ProblemException(CircularProblem.CIRCULAR_TOO_LONG, count, MOST_ROWS);
        try (var paper = OfficialPaper.wide()) {
            paper.title("高败诉风险案件办理情况通报");
            var region = Regions.find(circular.regionCode())
                    .map(Regions.Region::name)
                    .orElse(circular.regionCode());
            paper.centred(region + " " + quarter.zh());
            paper.indented(summary(circular));
            var header = new ArrayList<>(List.of("名次", subject(circular)));
            FIGURES.forEach(column -> header.add(column.heading));
            var rows = new ArrayList<List<String>>();
            for (var row : circular.rows())
                rows.add(cells(row.rank() == null ? "" : row.rank().toString(), name(row), row.figures()));
            rows.add(cells("", "合计", circular.total()));
            paper.table(header, rows);
            paper.closing("统计至 " + (circular.complete() ? circular.to() : circular.today()));
            return paper.bytes();
        }
    }

    private static String summary(Circular circular) {
        var all = circular.total();
        var text = "本季度共交办 " + all.handedOver() + " 件（次），按期签收 " + all.signedInTime() + " 件、逾期签收 " + all.signedLate()
                + " 件、逾期未签收 " + all.unsigned() + " 件；申报化解 " + all.claimed() + " 件，核验销号 " + all.verified() + " 件，败诉 "
                + all.lost() + " 件；败诉分析报告逾期 " + all.overdueAnalyses() + " 件。";
        if (all.escalations().isEmpty()) return text;
        return text + "督办情况："
                + all.escalations().stream()
                        .map(rung -> rung.zh() + " " + rung.count() + " 次")
                        .collect(Collectors.joining("、"))
                + "。";
    }

    private static String subject(Circular circular) {
        return switch (circular.by()) {
            case region -> "区划";
            case agency -> "机关";
            case leader -> "领导";
        };
    }

    private static String name(Row row) {
        if (row.agencyCode() != null) return row.agencyName() == null ? row.agencyCode() : row.agencyName();
        if (row.regionCode() != null) return row.regionName() == null ? row.regionCode() : row.regionName();
        return row.leader() == null ? "无包案领导" : row.leader().name();
    }

    private static List<String> cells(String rank, String name, Figures f) {
        var cells = new ArrayList<>(List.of(rank, name));
        for (var column : FIGURES) cells.add(Long.toString(column.of(f)));
        return cells;
    }
}
