package cn.disputes.cases.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request came from. Whoever sends it may write anything into {@code X-Forwarded-For}, so only what a known
 * proxy appended counts: read from the right, the first address that is no proxy of ours.
 */
final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

    private final Set<String> proxies;

    ClientAddress(Set<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /** @param forwarded the header's values in the order they came */
    String of(String peer, List<String> forwarded) {
        var hops = new ArrayList<String>();
        for (var value : forwarded) for (var hop : value.split(",")) hops.add(hop.strip());
        var address = peer;
        for (var i = hops.size() - 1; i >= 0 && proxies.contains(address); i--) {
            if (!LITERAL.matcher(hops.get(i)).matches()) break;
            address = hops.get(i);
        }
        return address;
    }
}
