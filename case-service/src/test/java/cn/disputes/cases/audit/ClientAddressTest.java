package cn.disputes.cases.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private final ClientAddress known = new ClientAddress(Set.of("10.0.0.1", "10.0.0.2", "fd00::1"));

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
                "fd00::1    | 2001:db8::7                    | 2001:db8::7"
            })
    void onlyWhatAKnownProxyAppendedCounts(String peer, String forwarded, String address) {
        assertEquals(address, known.of(peer, forwarded == null ? List.of() : List.of(forwarded)));
    }
}
