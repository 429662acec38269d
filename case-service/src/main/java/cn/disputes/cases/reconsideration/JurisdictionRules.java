package cn.disputes.cases.reconsideration;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.agency.AgencyKind;
import cn.disputes.cases.reconsideration.Jurisdiction.Authority;
import cn.disputes.cases.reconsideration.Jurisdiction.First;
import cn.disputes.cases.reconsideration.Jurisdiction.Kind;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Regions;
import java.util.List;

/** Which authority is competent for an agency's act (2023 Art. 23–28; 2017 Art. 12–15, 30). */
final class JurisdictionRules {
    private JurisdictionRules() {}

    /** @param receivingRegion region of the authority that received the application */
    static Jurisdiction of(Agency respondent, String receivingRegion, LawVersion law, ActType act) {
        var since2024 = law == LawVersion.XZFY_2023;
        var found = since2024 ? since2024(respondent) : before(respondent);
        var here = found.competent.stream()
                .anyMatch(a -> a.kind() == Kind.GOVERNMENT && a.regionCode().equals(receivingRegion));
        return new Jurisdiction(
                found.competent,
                here,
                respondent.kind() != null && respondent.level() != null,
                "Art. " + found.article + " " + law.wireName(),
                found.zh,
                found.en,
                since2024 ? first(act) : firstBefore(act));
    }

    private record Found(String article, String zh, String en, List<Authority> competent) {}

    private static Found since2024(Agency a) {
        return switch (kind(a)) {
            case GOVERNMENT ->
                level(a) == Agency.Level.PROVINCE
                        ? new Found(
                                "24",
                                "省级政府同时管辖对本机关行为的复议",
                                "a province reviews its own acts",
                                List.of(government(province(a))))
                        : new Found(
                                "24",
                                "对下一级人民政府的行为，由上一级人民政府管辖",
                                "acts of a government go to the next higher government",
                                List.of(government(above(a))));
            case DEPARTMENT ->
                new Found(
                        "24",
                        "对政府工作部门的行为，由本级人民政府管辖",
                        "acts of a department go to its government",
                        List.of(government(own(a))));
            case DELEGATE ->
                new Found(
                        "24",
                        "对派出机关的行为，由设立它的人民政府管辖",
                        "acts of a delegated office go to the government that set it up",
                        List.of(government(own(a))));
            case AUTHORISED ->
                new Found(
                        "24",
                        "对授权组织的行为，由管理它的人民政府管辖",
                        "acts of an authorised organisation go to the government in charge",
                        List.of(government(own(a))));
            case BRANCH -> branch(a);
            case VERTICAL ->
                new Found(
                        "27",
                        "对垂直领导的机关、税务和国家安全机关的行为，向上一级主管部门申请",
                        "acts of agencies led from above go to the department above",
                        List.of(department(above(a))));
            case JUSTICE ->
                new Found(
                        "28",
                        "对司法行政部门的行为，可以向本级人民政府或者上一级司法行政部门申请",
                        "acts of a justice department go to its government or the justice department above",
                        List.of(government(own(a)), justice(above(a))));
        };
    }

    /** Art. 24 para 4: a city department's branch that follows the divisions may also be heard by the government there. */
    private static Found branch(Agency a) {
        var there = a.regionCode();
        var also = level(a) == Agency.Level.CITY && !there.equals(own(a));
        return new Found(
                "24",
                also ? "对市级部门派出机构的行为，由本级人民政府管辖，也可以由所在地人民政府管辖" : "对派出机构的行为，由本级人民政府管辖",
                also
                        ? "acts of a city department's branch go to the city, or to the government where it sits"
                        : "acts of a branch go to its department's government",
                also ? List.of(government(own(a)), government(there)) : List.of(government(own(a))));
    }

    private static Found before(Agency a) {
        return switch (kind(a)) {
            case GOVERNMENT ->
                level(a) == Agency.Level.PROVINCE
                        ? new Found(
                                "14",
                                "对省级政府的行为，向该政府申请",
                                "acts of a province go to itself",
                                List.of(government(province(a))))
                        : new Found(
                                "13",
                                "对地方人民政府的行为，向上一级人民政府申请",
                                "acts of a government go to the next higher one",
                                List.of(government(above(a))));
            case DEPARTMENT, JUSTICE ->
                new Found(
                        "12",
                        "由申请人选择本级人民政府或者上一级主管部门",
                        "the applicant chooses the government or the department above",
                        List.of(government(own(a)), department(above(a))));
            case VERTICAL -> new Found("12", "向上一级主管部门申请", "to the department above", List.of(department(above(a))));
            case DELEGATE ->
                new Found("15", "向设立该派出机关的人民政府申请", "to the government that set it up", List.of(government(own(a))));
            case BRANCH, AUTHORISED ->
                new Found(
                        "15",
                        "向直接管理的部门或者人民政府申请",
                        "to the department or the government in charge",
                        List.of(government(own(a)), department(own(a))));
        };
    }

    /** Art. 23: what the kind of act tells of it. */
    private static First first(ActType act) {
        return switch (act) {
            case INACTION ->
                new First("Art. 23(3) XZFY-2023", "未履行法定职责的，复议前置", "failure to act: reconsideration before suit");
            case INFORMATION_DISCLOSURE ->
                new First(
                        "Art. 23(4) XZFY-2023",
                        "申请政府信息公开而不予公开的，复议前置",
                        "information refused: reconsideration before suit");
            case OWNERSHIP_DETERMINATION ->
                new First(
                        "Art. 23(2) XZFY-2023",
                        "侵犯已取得的自然资源权利的，复议前置",
                        "a natural-resource right infringed: reconsideration before suit");
            case PENALTY ->
                new First(
                        "Art. 23(1) XZFY-2023",
                        "行政处罚当场作出的，复议前置",
                        "if the penalty was imposed on the spot: reconsideration before suit");
            default -> null;
        };
    }

    private static First firstBefore(ActType act) {
        if (act != ActType.OWNERSHIP_DETERMINATION) return null;
        return new First(
                "Art. 30 XZFY-2017",
                "侵犯已取得的自然资源权利的，复议前置",
                "a natural-resource right infringed: reconsideration before suit");
    }

    /** Unknown kinds: the tax service is led from above, a township is a government, everything else a department. */
    private static AgencyKind kind(Agency a) {
        if (a.kind() != null) return a.kind();
        if (a.domain() == Domain.TAX) return AgencyKind.VERTICAL;
        return a.level() == Agency.Level.TOWNSHIP || a.domain() == Domain.TOWNSHIP
                ? AgencyKind.GOVERNMENT
                : AgencyKind.DEPARTMENT;
    }

    private static Agency.Level level(Agency a) {
        if (a.level() != null) return a.level();
        if (a.kind() == null && a.domain() == Domain.TOWNSHIP) return Agency.Level.TOWNSHIP;
        if (a.regionCode().endsWith("0000")) return Agency.Level.PROVINCE;
        return a.regionCode().endsWith("00") ? Agency.Level.CITY : Agency.Level.COUNTY;
    }

    /** The region whose government an agency belongs to; a township's agencies belong to the county. */
    private static String own(Agency a) {
        return switch (level(a)) {
            case PROVINCE -> province(a);
            case CITY -> city(a);
            case COUNTY, TOWNSHIP -> a.regionCode();
        };
    }

    private static String above(Agency a) {
        return switch (level(a)) {
            case PROVINCE -> "000000";
            case CITY -> province(a);
            case COUNTY -> city(a);
            case TOWNSHIP -> a.regionCode();
        };
    }

    private static String city(Agency a) {
        return a.regionCode().substring(0, 4) + "00";
    }

    private static String province(Agency a) {
        return a.regionCode().substring(0, 2) + "0000";
    }

    private static Authority government(String region) {
        return new Authority(Kind.GOVERNMENT, region, place(region) + "人民政府", "people's government of " + region);
    }

    private static Authority department(String region) {
        return new Authority(
                Kind.SUPERIOR_DEPARTMENT, region, place(region) + "主管部门", "competent department of " + region);
    }

    private static Authority justice(String region) {
        return new Authority(
                Kind.SUPERIOR_JUSTICE_DEPARTMENT, region, place(region) + "司法行政部门", "justice department of " + region);
    }

    private static String place(String region) {
        return Regions.find(region)
                .map(r -> r.name())
                .orElse(region.endsWith("0000") && !region.equals("000000") ? "省（" + region + "）" : "（" + region + "）");
    }
}
