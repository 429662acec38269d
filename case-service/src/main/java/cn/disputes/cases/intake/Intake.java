package cn.disputes.cases.intake;

import cn.disputes.cases.agency.Agency;
import cn.disputes.cases.agency.AgencyStore;
import cn.disputes.conventions.feed.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the loading of files into any register needs. (A singleton: its fields are read.) */
@Singleton
public class Intake {
    final AgencyStore agencies;
    final Outbox outbox;
    public final Clock clock;

    Intake(AgencyStore agencies, Outbox outbox, Clock clock) {
        this.agencies = agencies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The names on record by code; an agency the register lacks is added as the file has it. */
    Map<String, String> names(Handle h, List<Agency> named) {
        var codes = named.stream().map(Agency::code).toList();
        var known = agencies.findAll(h, codes);
        var missing = named.stream().filter(a -> !known.containsKey(a.code())).toList();
        var all = new HashMap<>(known);
        if (!missing.isEmpty()) {
            agencies.addFromImport(h, missing);
            all.putAll(agencies.findAll(h, missing.stream().map(Agency::code).toList()));
        }
        var names = new HashMap<String, String>();
        all.forEach((code, agency) -> names.put(code, agency.name()));
        return names;
    }
}
