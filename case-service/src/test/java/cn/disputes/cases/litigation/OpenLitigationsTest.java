package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.Suits.SUITS;
import static cn.disputes.cases.litigation.Suits.agencies;
import static cn.disputes.cases.litigation.Suits.filed;
import static cn.disputes.cases.litigation.Suits.filing;
import static cn.disputes.cases.litigation.Suits.number;
import static cn.disputes.cases.litigation.Suits.officer;
import static cn.disputes.cases.litigation.Suits.step;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A holiday notice moves the last day to appeal like any other. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OpenLitigationsTest {
    @Inject
    OpenLitigations open;

    @Inject
    CalendarStore calendars;

    @Inject
    Jdbi jdbi;

    @Test
    void theLastDayToAppealIsCountedAgain() {
        agencies();
        var id = filed(filing(number("行初"), "FIRST"));
        step(id, "SERVED", "2024-03-04").statusCode(201);
        step(id, "CONCLUDED", "2024-05-01", "outcome", "REVOKED").statusCode(201);
        step(id, "JUDGMENT_SERVED", "2024-05-06").statusCode(201);
        assertEquals(LocalDate.of(2024, 5, 21), appealDueOn(id));
        // as it would stand if the notice of the year had not been known
        jdbi.useHandle(h ->
                h.execute("UPDATE litigation SET appeal_due_on = DATE '2024-05-24' WHERE id = ?", UUID.fromString(id)));
        jdbi.useTransaction(h -> open.recount(h, 2024, calendars.calendar(h), "管理员"));
        assertEquals(LocalDate.of(2024, 5, 21), appealDueOn(id));
        officer()
                .get(SUITS + "/" + id + "/deadlines")
                .then()
                .body("changes.findAll { it.code == 'APPEAL' }.before", hasItem("2024-05-24"))
                .body("changes.findAll { it.code == 'APPEAL' }.after", hasItem("2024-05-21"));
        var version = officer().get(SUITS + "/" + id).header("ETag");
        jdbi.useTransaction(h -> open.recount(h, 2024, calendars.calendar(h), "管理员"));
        assertEquals(version, officer().get(SUITS + "/" + id).header("ETag"));
    }

    private LocalDate appealDueOn(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT appeal_due_on FROM litigation WHERE id = ?")
                .bind(0, UUID.fromString(id))
                .mapTo(LocalDate.class)
                .one());
    }
}
