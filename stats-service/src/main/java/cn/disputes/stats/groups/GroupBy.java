package cn.disputes.stats.groups;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Regions;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.figures.Dimension;
import java.util.Arrays;

/** What agencies' work is held against each other by. */
public enum GroupBy {
    region("县（市、区）", "county"),
    agency("行政机关", "agency"),
    domain("行政管理领域", "field of administration");

    private static final String UNKNOWN_ZH = "未记录";

    private final String zh;
    private final String en;

    GroupBy(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The {@code by} parameter; region when it is not given. */
    public static GroupBy asked(String by) {
        var asked = Query.code("by", by, GroupBy.class);
        return asked == null ? region : asked;
    }

    public Dimension dimension() {
        return Dimension.valueOf(name());
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a group is what a city deals with itself (本级), which is neither the city as a whole nor a county of it. */
    public boolean ofACityItself(String group) {
        return this == region && group != null && group.endsWith("00");
    }

    /** What people call a group; its code where no name is known, 未记录 where the cases do not say. */
    public String nameZh(String group) {
        if (group == null) return UNKNOWN_ZH;
        return switch (this) {
            case region ->
                Regions.find(group)
                        .map(r -> ofACityItself(group) ? r.name() + "本级" : r.name())
                        .orElse(group);
            case domain ->
                Arrays.stream(Domain.values())
                        .filter(d -> d.name().equals(group))
                        .map(Domain::zh)
                        .findFirst()
                        .orElse(group);
            case agency -> group;
        };
    }

    public String nameEn(String group) {
        if (group == null) return "not recorded";
        return switch (this) {
            case region ->
                Regions.find(group)
                        .map(r -> ofACityItself(group) ? r.pinyin() + " (city level)" : r.pinyin())
                        .orElse(group);
            case domain ->
                Arrays.stream(Domain.values())
                        .filter(d -> d.name().equals(group))
                        .map(Domain::en)
                        .findFirst()
                        .orElse(group);
            case agency -> group;
        };
    }
}
