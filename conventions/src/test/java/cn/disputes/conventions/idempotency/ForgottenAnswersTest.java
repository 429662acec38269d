package cn.disputes.conventions.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Answers older than a week are forgotten, however many there are; younger ones stay. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ForgottenAnswersTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    ForgottenAnswers forgotten;

    @Test
    void whatIsOldIsForgotten() {
        given("old", ForgottenAnswers.CHUNK + 5, Duration.ofDays(7).plusMinutes(1));
        given("young", 3, Duration.ofDays(7).minusMinutes(5));
        forgotten.run();
        assertEquals(0, kept("old"));
        assertEquals(3, kept("young"));
    }

    private void given(String subject, int number, Duration ago) {
        jdbi.useHandle(
                h -> h.createUpdate("INSERT INTO idempotency_key (subject, operation, key, body_hash, status, headers,"
                                + " body, recorded_at) SELECT :subject, 'create', n, '', 201, '{}', '', :at"
                                + " FROM generate_series(1, :number) n")
                        .bind("subject", subject)
                        .bind("number", number)
                        .bind("at", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                        .execute());
    }

    private int kept(String subject) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM idempotency_key WHERE subject = :subject")
                .bind("subject", subject)
                .mapTo(Integer.class)
                .one());
    }
}
