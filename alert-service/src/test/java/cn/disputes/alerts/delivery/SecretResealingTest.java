package cn.disputes.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A key may be taken out once nothing is sealed under it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@WithTestResource(DeliveryTestResource.class)
class SecretResealingTest extends DeliveryFixture {
    private static final String OLD = DataKeyFile.random();
    private static final String NEW = DataKeyFile.random();

    private final SubscriptionSecrets before = new SubscriptionSecrets(OLD);
    private final SubscriptionSecrets between = new SubscriptionSecrets(NEW + "," + OLD);
    private final SubscriptionSecrets after = new SubscriptionSecrets(NEW);

    /** A webhook's secret, renewed once, as two keys may have sealed it. */
    private void keep(String id, String secret, String oldSecret) {
        watch(id, webhook(receiver.url()));
        jdbi.useHandle(h -> h.createUpdate("UPDATE subscription SET secret = :secret, old_secret = :old WHERE id = :id")
                .bind("id", id)
                .bind("secret", secret)
                .bind("old", oldSecret)
                .execute());
    }

    private record Row(String id, String secret, String oldSecret, long version) {}

    private Map<String, Row> rows() {
        return jdbi.withHandle(h -> h
                .createQuery("SELECT id, secret, old_secret, version FROM subscription")
                .map((row, ctx) -> new Row(
                        row.getString("id"),
                        row.getString("secret"),
                        row.getString("old_secret"),
                        row.getLong("version")))
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row)));
    }

    @Test
    void whatLiesUnderAnOlderKeyComesUnderTheNewestAndIsTheSame() {
        keep("both", before.seal("whsec_a", "both"), before.seal("whsec_b", "both"));
        keep("present", before.seal("whsec_c", "present"), null);
        keep("renewed", between.seal("whsec_d", "renewed"), before.seal("whsec_e", "renewed"));
        keep("newest", between.seal("whsec_f", "newest"), null);
        watch("mail", mail("k@example.org"));
        var untouched = rows();
        var resealing = new SecretResealing(jdbi, between, Clock.systemUTC());
        assertEquals(4, resealing.run());
        assertEquals(0, resealing.run(), "nothing is left under the old one");
        var now = rows();
        assertEquals("whsec_a", after.open(now.get("both").secret(), "both"));
        assertEquals("whsec_b", after.open(now.get("both").oldSecret(), "both"));
        assertEquals("whsec_c", after.open(now.get("present").secret(), "present"));
        assertEquals("whsec_d", after.open(now.get("renewed").secret(), "renewed"));
        assertEquals("whsec_e", after.open(now.get("renewed").oldSecret(), "renewed"));
        assertEquals(untouched.get("newest"), now.get("newest"));
        assertEquals(untouched.get("mail"), now.get("mail"));
        now.forEach((id, row) -> assertEquals(untouched.get(id).version(), row.version(), "nobody changed it"));
    }

    /** One that no key opens is told of and left: its receiver needs a new secret, the others do not wait for that. */
    @Test
    void whatNoKeyOpensStaysAsItIsBesideTheOthers() {
        var lost = new SubscriptionSecrets(DataKeyFile.random());
        keep("a-lost", lost.seal("whsec_a", "a-lost"), before.seal("whsec_x", "a-lost"));
        keep("moved", before.seal("whsec_b", "another"), null);
        keep("z-good", before.seal("whsec_c", "z-good"), null);
        var untouched = rows();
        assertEquals(2, new SecretResealing(jdbi, between, Clock.systemUTC()).run());
        var now = rows();
        assertEquals(untouched.get("a-lost").secret(), now.get("a-lost").secret());
        assertEquals("whsec_x", after.open(now.get("a-lost").oldSecret(), "a-lost"));
        assertEquals(untouched.get("moved"), now.get("moved"));
        assertEquals("whsec_c", after.open(now.get("z-good").secret(), "z-good"));
    }

    /** The key of a secret that serves no more may be gone long since. */
    @Test
    void whatServesNoMoreIsDroppedAndHoldsNothingUp() {
        var lost = new SubscriptionSecrets(DataKeyFile.random());
        keep("renewed", before.seal("whsec_a", "renewed"), lost.seal("whsec_b", "renewed"));
        jdbi.useHandle(h -> h.execute("UPDATE subscription SET old_until = now() - interval '1 day'"));
        assertEquals(1, new SecretResealing(jdbi, between, Clock.systemUTC()).run());
        assertEquals("whsec_a", after.open(rows().get("renewed").secret(), "renewed"));
        assertNull(rows().get("renewed").oldSecret());
    }

    @Test
    void replicasThatDoItAtOnceDoItOnceAndWithoutAKeyNothingIsDone() throws Exception {
        for (var i = 0; i < 20; i++) keep("s" + i, before.seal("whsec_" + i, "s" + i), null);
        assertEquals(0, new SecretResealing(jdbi, new SubscriptionSecrets(""), Clock.systemUTC()).run());
        List<Integer> sealed =
                Together.together(4, i -> () -> new SecretResealing(jdbi, between, Clock.systemUTC()).run());
        assertTrue(sealed.stream().mapToInt(Integer::intValue).sum() <= 20, sealed.toString());
        new SecretResealing(jdbi, between, Clock.systemUTC()).run();
        rows().forEach((id, row) -> assertEquals("whsec_" + id.substring(1), after.open(row.secret(), id)));
    }
}
