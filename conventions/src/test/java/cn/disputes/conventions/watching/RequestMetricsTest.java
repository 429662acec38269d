package cn.disputes.conventions.watching;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMetricsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "root",
                "NOT_FOUND",
                "/v1/reconsiderations/{id}/documents/{documentId}",
                "/v1/alert-sources/{id}",
                "/board/leader.js",
                "/v1/events"
            })
    void anEndpointIsCountedByItsPath(String uri) {
        assertTrue(RequestMetrics.endpoint(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/%zz/13800001234",
                "/v1/reconsiderations/01976f7e-6c1f-7abc-8def-0123456789ab",
                "/v1/合成甲",
                "/v1/330702180001010015",
                "/v1/events?q=a",
                "/v1/a b"
            })
    void anythingElseIsNotToldApart(String uri) {
        assertFalse(RequestMetrics.endpoint(uri));
    }
}
