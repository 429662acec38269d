package cn.disputes.cases.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private final ClientAddress known = new ClientAddress(
            Set.of("10.0.0.1", "10.0.0.2", "fd00::1", "10.244.0.0/16", "fd00:10:244::/48", "172.30.81.0/30"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7  |                                | 192.0.2.7",
                "192.0.2.7  | 198.51.100.9                   | 192.0.2.7",
                "10.0.0.1   | 198.51.100.9                   | 198.51.100.9",
                "10.0.0.1   | 203.0.113.66, 198.51.100.9     | 198.51.100.9",
                "10.0.0.1   | 198.51.100.9, 10.0.0.2         | 198.51.100.9",
                "10.0.0.1   | 10.0.0.2                       | 10.0.0.2",
                "10.0.0.1   | 合成甲                         | 10.0.0.1",
                "10.0.0.1   | 198.51.100.9, unknown          | 10.0.0.1",
                "fd00::1    | 2001:db8::7                    | 2001:db8::7",
                // an address has many spellings
                "fd00:0:0:0:0:0:0:1 | 2001:db8::7            | 2001:db8::7",
                "::ffff:10.0.0.1    | 198.51.100.9           | 198.51.100.9",
                "10.244.3.17        | 198.51.100.9           | 198.51.100.9",
                "10.244.255.255     | 198.51.100.9, 10.244.0.1 | 198.51.100.9",
                "10.245.0.1         | 198.51.100.9           | 10.245.0.1",
                "172.30.81.3        | 198.51.100.9           | 198.51.100.9",
                "172.30.81.4        | 198.51.100.9           | 172.30.81.4",
                "fd00:10:244:9::5   | 2001:db8::7            | 2001:db8::7",
                "fd00:10:245::5     | 2001:db8::7            | fd00:10:245::5",
                "10.244.3.17        | 999.1.1.1              | 10.244.3.17",
                "10.244.3.17        | fe80::1%eth0           | 10.244.3.17",
            })
    void onlyWhatAKnownProxyAppendedCounts(String peer, String forwarded, String address) {
        assertEquals(address, known.of(peer, forwarded == null ? List.of() : List.of(forwarded)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "proxy.fzj.example", "fd00::/129", "10.0.0/8", "/8"})
    void whatIsNoNetworkIsRefusedAtTheStart(String network) {
        assertThrows(IllegalArgumentException.class, () -> new ClientAddress(Set.of(network)));
    }

    @Test
    void blanksAreNoNetwork() {
        assertEquals("192.0.2.7", new ClientAddress(Set.of("", " ")).of("192.0.2.7", List.of("198.51.100.9")));
    }
}
