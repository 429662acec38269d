package cn.disputes.cases.dispute;

import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.cases.calendar.CalendarStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Puts a dispute together from the cases a caller sees. */
@ApplicationScoped
public class Disputes {
    private final DisputeStore store;
    private final AgencyStore agencies;
    private final CalendarStore calendars;
    private final Clock clock;

    Disputes(DisputeStore store, AgencyStore agencies, CalendarStore calendars, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The reconsideration a suit names, where it is registered and seen. */
    public Optional<Reconsideration> reconsideration(Handle h, String caseNumber, Reach reach) {
        return store.reconsiderations(h, List.of(caseNumber), reach).stream().findFirst();
    }

    /** Code and name as the register of agencies has them. */
    public NamedAgency named(Handle h, String code, String otherwise) {
        return agencies.find(h, code)
                .map(agency -> new NamedAgency(agency.code(), agency.name()))
                .orElseGet(() -> new NamedAgency(code, otherwise));
    }

    Dispute around(Handle h, String caseNumber, Reach reach) {
        var numbers = store.linked(h, caseNumber, reach);
        var seen = Set.copyOf(numbers.subList(0, Math.min(numbers.size(), DisputeStore.MOST)));
        var reconsiderations = store.reconsiderations(h, seen, reach);
        var chain = new DisputeChain(store.suits(h, seen, reach));
        var word = DisputeRules.lastWord(reconsiderations, chain);
        var standing = DisputeRules.standing(reconsiderations, chain, calendars.calendar(h), LocalDate.now(clock));
        var nominal = nominal(h, reconsiderations, chain.ordered());
        return new Dispute(
                reconsiderations,
                chain.ordered(),
                word == null
                        ? null
                        : new Dispute.LastEffective(word.caseNumber(), word.outcome(), word.standing(), word.since()),
                nominal,
                acting(h, nominal, chain.ordered()),
                standing.closed(),
                Dispute.Standing.of(standing),
                numbers.size() <= DisputeStore.MOST);
    }

    private NamedAgency nominal(Handle h, List<Reconsideration> reconsiderations, List<DisputeInstance> instances) {
        if (!instances.isEmpty()) {
            var last = instances.get(instances.size() - 1);
            return named(h, last.defendantCode(), last.defendantName());
        }
        var first = reconsiderations.get(0);
        return named(h, first.respondentCode(), first.respondentName());
    }

    /** The agency that acted, from whichever instance names it. */
    private NamedAgency acting(Handle h, NamedAgency nominal, List<DisputeInstance> instances) {
        var named = new LinkedHashSet<String>();
        for (var i = instances.size() - 1; i >= 0; i--) {
            if (instances.get(i).actorCode() != null) named.add(instances.get(i).actorCode());
        }
        return named.isEmpty() ? nominal : named(h, named.iterator().next(), "");
    }
}
