package cn.disputes.stats.tables;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.stats.figures.CaseRow;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.indicators.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows behind a figure as lines of a table, codes in words. */
final class RowTable {
    private static final Map<String, String> KINDS = Map.of(
            "RECONSIDERATION", "行政复议",
            "LITIGATION", "行政诉讼",
            "SUPERVISION_DOCUMENT", "监督文书",
            "RISK_CASE", "高败诉风险案件",
            "COUNTY", "县（市、区）");

    private final Indicator indicator;
    private final RowSet set;
    private final Words words;

    RowTable(Indicator indicator, RowSet set, Words words) {
        this.indicator = indicator;
        this.set = set;
        this.words = words;
    }

    List<String> header() {
        var columns = new ArrayList<>(List.of(
                "caseNumber",
                "kind",
                "region",
                "regionName",
                "agency",
                "domain",
                "actType",
                "receivedOn",
                "concludedOn",
                "outcome",
                "indicator",
                "set",
                "definitionVersion"));
        if (set == RowSet.EXCLUDED) columns.add("reason");
        return columns.stream().map(words::heading).toList();
    }

    List<Object> line(CaseRow row) {
        var line = new ArrayList<Object>();
        line.add(row.caseNumber());
        line.add(words.english() ? row.kind() : KINDS.getOrDefault(row.kind(), row.kind()));
        line.add(row.regionCode());
        line.add(words.regionName(row.regionCode()));
        line.add(row.agencyCode());
        line.add(said(Domain.values(), row.domain()));
        line.add(said(ActType.values(), row.actType()));
        line.add(row.receivedOn());
        line.add(row.concludedOn());
        // the outcomes of suits and of reconsiderations share codes and not words
        line.add(said(
                row.kind().equals("LITIGATION") ? LitigationOutcome.values() : ReconsiderationOutcome.values(),
                row.outcome()));
        line.add(indicator.code());
        line.add(set.name().toLowerCase(Locale.ROOT));
        line.add(indicator.version());
        if (set == RowSet.EXCLUDED) line.add(row.reason());
        return line;
    }

    private String said(Code[] codes, String code) {
        if (code == null) return null;
        for (var one : codes) if (one.name().equals(code)) return words.either(one.zh(), one.en());
        return code;
    }
}
