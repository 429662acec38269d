package cn.disputes.cases.audit;

import cn.disputes.conventions.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a request came from. Whoever sends it may write anything into {@code X-Forwarded-For}, so only what a known
 * proxy appended counts: read from the right, the first address that is no proxy of ours.
 */
final class ClientAddress {
    private final List<Network> proxies;

    /** @param proxies addresses and networks; blanks between commas are none */
    ClientAddress(Set<String> proxies) {
        this.proxies = proxies.stream()
                .filter(text -> !text.isBlank())
                .map(Network::parse)
                .toList();
    }

    /** @param forwarded the header's values in the order they came */
    String of(String peer, List<String> forwarded) {
        var hops = new ArrayList<String>();
        for (var value : forwarded) for (var hop : value.split(",")) hops.add(hop.strip());
        var address = peer;
        for (var i = hops.size() - 1; i >= 0 && isProxy(address); i--) {
            if (Network.address(hops.get(i)).isEmpty()) break;
            address = hops.get(i);
        }
        return address;
    }

    private boolean isProxy(String text) {
        var address = Network.address(text);
        return address.isPresent() && proxies.stream().anyMatch(network -> network.holds(address.get()));
    }
}
