package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.DeliveryRules.Because;
import cn.disputes.alerts.routing.Leader;
import cn.disputes.alerts.routing.RoutedCase;
import cn.disputes.alerts.routing.Routing;
import cn.disputes.contract.codes.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom a notice addresses by office. */
record Offices(Collection<Leader> leaders, Routing routing, LocalDate today) {
    Map<String, Because> of(Notice notice) {
        var persons = new TreeMap<String, Because>();
        for (var audience : notice.audiences()) {
            switch (audience) {
                case LEADER -> {
                    if (notice.leaderId() != null)
                        persons.put(
                                notice.leaderId(),
                                notice.kind() == NoticeKind.SILENCE_ENDING ? Because.ADDRESSED : Because.OWN_CASE);
                }
                case SUPERIOR -> superiors(notice).forEach(id -> persons.putIfAbsent(id, Because.SUPERIOR));
                case AGENCY ->
                    leaders.stream()
                            .filter(l -> l.agencyCode() != null
                                    && notice.agencyCodes().contains(l.agencyCode()))
                            .forEach(l -> persons.putIfAbsent(l.id(), Because.AGENCY));
                case LEADERSHIP -> answering(notice).forEach(id -> persons.putIfAbsent(id, Because.AGENCY));
                case COORDINATOR -> {
                    // they subscribe to the region
                }
            }
        }
        return persons;
    }

    /** The county leaders (县领导) of the nearest region that covers the case. */
    private List<String> superiors(Notice notice) {
        var covering = leaders.stream()
                .filter(l -> l.rank() == Leader.Rank.COUNTY && !l.id().equals(notice.leaderId()))
                .filter(l -> notice.regionCode().startsWith(Regions.prefix(l.regionCode())))
                .toList();
        var nearest = covering.stream()
                .mapToInt(l -> Regions.prefix(l.regionCode()).length())
                .max()
                .orElse(0);
        return covering.stream()
                .filter(l -> Regions.prefix(l.regionCode()).length() == nearest)
                .map(Leader::id)
                .toList();
    }

    private List<String> answering(Notice notice) {
        var agencies = notice.agencyCodes().isEmpty()
                ? new String[] {null}
                : notice.agencyCodes().toArray();
        var ids = new ArrayList<String>();
        for (var agency : agencies) {
            var route =
                    routing.route(new RoutedCase(notice.regionCode(), (String) agency, null, notice.level(), today));
            if (route.leader() != null) ids.add(route.leader().id());
        }
        return ids;
    }
}
