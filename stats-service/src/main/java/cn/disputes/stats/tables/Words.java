package cn.disputes.stats.tables;

import cn.disputes.contract.codes.Regions;
import cn.disputes.stats.groups.GroupBy;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;

/** The words of a table, Chinese or English. */
record Words(boolean english) {
    private static final Map<String, String[]> HEADINGS = Map.ofEntries(
            Map.entry("region", new String[] {"地区代码", "region"}),
            Map.entry("regionName", new String[] {"地区", "region name"}),
            Map.entry("month", new String[] {"月份", "month"}),
            Map.entry("quarter", new String[] {"季度", "quarter"}),
            Map.entry("half", new String[] {"半年", "half-year"}),
            Map.entry("year", new String[] {"年份", "year"}),
            Map.entry("agency", new String[] {"机关代码", "agency"}),
            Map.entry("agencyLevel", new String[] {"机关层级", "agency level"}),
            Map.entry("domain", new String[] {"领域", "domain"}),
            Map.entry("actType", new String[] {"行政行为", "act type"}),
            Map.entry("court", new String[] {"法院", "court"}),
            Map.entry("instance", new String[] {"审级", "instance"}),
            Map.entry("team", new String[] {"办案组", "team"}),
            Map.entry("from", new String[] {"起", "from"}),
            Map.entry("to", new String[] {"止", "to"}),
            Map.entry("asOf", new String[] {"截至知悉日", "as of"}),
            Map.entry("indicator", new String[] {"指标代码", "indicator"}),
            Map.entry("name", new String[] {"指标", "name"}),
            Map.entry("numerator", new String[] {"分子", "numerator"}),
            Map.entry("denominator", new String[] {"分母", "denominator"}),
            Map.entry("value", new String[] {"数值", "value"}),
            Map.entry("display", new String[] {"显示", "display"}),
            Map.entry("note", new String[] {"说明", "note"}),
            Map.entry("previous", new String[] {"对比期数值", "previous value"}),
            Map.entry("change", new String[] {"变动", "change"}),
            Map.entry("definitionVersion", new String[] {"口径版本", "definition version"}),
            Map.entry("set", new String[] {"集合", "set"}),
            Map.entry("kind", new String[] {"类别", "kind"}),
            Map.entry("caseNumber", new String[] {"案号", "case number"}),
            Map.entry("receivedOn", new String[] {"收案日期", "received on"}),
            Map.entry("concludedOn", new String[] {"办结日期", "concluded on"}),
            Map.entry("outcome", new String[] {"结果", "outcome"}),
            Map.entry("reason", new String[] {"未计入的原因", "reason left out"}));

    /** As the caller's languages say; Chinese when they name neither. */
    static Words of(HttpHeaders headers) {
        return new Words(headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("en") || language.equals("zh"))
                .findFirst()
                .filter("en"::equals)
                .isPresent());
    }

    /** A column without a word of its own is headed by its name. */
    String heading(String column) {
        var words = HEADINGS.get(column);
        return words == null ? column : words[english ? 1 : 0];
    }

    String either(String zh, String en) {
        return english ? en : zh;
    }

    /** Of a group by region: what a city deals with itself is not called as the city is. */
    String groupName(String code) {
        return Regions.find(code)
                .map(r -> either(GroupBy.region.nameZh(code), GroupBy.region.nameEn(code)))
                .orElse(null);
    }

    String regionName(String code) {
        return Regions.find(code).map(r -> english ? r.pinyin() : r.name()).orElse(null);
    }
}
