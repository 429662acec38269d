package cn.disputes.alerts.delivery;

import cn.disputes.conventions.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a webhook may point: a public address over https, unless the configuration says otherwise. The address is looked
 * up and judged before every try, and the connection goes to the very address that was judged: a name that points
 * elsewhere a moment later leads nowhere.
 */
final class WebhookTarget {
    /** Not on the public internet (IANA special-purpose registries), and so never a receiver's address by itself. */
    private static final List<Network> NOT_PUBLIC = Arrays.stream(("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8"
                            + " 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16"
                            + " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 ::/96 64:ff9b::/96"
                            + " 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10"
                            + " ff00::/8")
                    .split(" "))
            .map(Network::parse)
            .toList();

    private final boolean httpAllowed;
    private final List<Network> allowed;

    WebhookTarget(DeliveryConfig.Webhook config) {
        this(config.httpAllowed(), config.allowedNetworks().orElse(List.of()));
    }

    WebhookTarget(boolean httpAllowed, List<String> allowedNetworks) {
        this.httpAllowed = httpAllowed;
        this.allowed = allowedNetworks.stream().map(Network::parse).toList();
    }

    /** Why an address cannot be a webhook, Chinese and English; null when it can. Nothing is looked up. */
    String[] refusal(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return new String[] {"不是网址", "Not an address"};
        }
        var https = "https".equalsIgnoreCase(uri.getScheme());
        if (!https && !(httpAllowed && "http".equalsIgnoreCase(uri.getScheme()))) {
            return new String[] {"须为 https 地址", "Must be an https address"};
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            return new String[] {"须有主机名，且不含用户名、密码或 #", "Needs a host, and no user, password or fragment"};
        }
        if (uri.getHost().matches("[0-9.]+|\\[.*]")) {
            try {
                judge(InetAddress.getByName(uri.getHost()));
            } catch (UnknownHostException e) {
                return new String[] {"不能指向内部网络地址", "Must not point into a private network"};
            }
        }
        return null;
    }

    /** @throws UnknownHostException no such host, or none of its addresses is allowed; the message says which */
    InetAddress resolve(URI uri) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(uri.getHost());
        for (var address : addresses) judge(address);
        return addresses[0];
    }

    private void judge(InetAddress address) throws UnknownHostException {
        if (allowed.stream().anyMatch(network -> network.holds(address))) return;
        if (NOT_PUBLIC.stream().anyMatch(network -> network.holds(address))) {
            throw new UnknownHostException("the address is not public");
        }
    }
}
