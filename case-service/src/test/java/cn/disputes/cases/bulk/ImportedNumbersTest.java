package cn.disputes.cases.bulk;

import static cn.disputes.cases.bulk.Loads.HEADER;
import static cn.disputes.cases.bulk.Loads.load;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Numbers of our own style in a file: only a case that was opened takes one from the authority that gives them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportedNumbersTest {
    private static final String REGION = "330723";

    @Inject
    Jdbi jdbi;

    private Integer last(String prefix, int year) {
        return jdbi.withHandle(h -> h.createQuery("SELECT last FROM case_number_counter WHERE prefix = ? AND year = ?")
                .bind(0, prefix)
                .bind(1, year)
                .mapTo(Integer.class)
                .findOne()
                .orElse(null));
    }

    private static String row(String number, String region) {
        return Loads.row(number, region, "2022-03-31");
    }

    /** Read without a fault, but a copy cannot be served of what was not accepted. */
    private static String impossible(String number) {
        return row(number, REGION)
                .replace(",2022-03-02,ORDINARY,", ",,,")
                .replace(",2022-03-31,UPHELD,,2022-04-02", ",,,,");
    }

    @Test
    void aRowThatWasRejectedTakesNoNumber() {
        var job = load("reconsiderations", HEADER + impossible("武政复〔2018〕500号"));
        assertEquals(1, job.getInt("rejected"), job.prettify());
        assertEquals(null, last("武政复", 2018));
        var mixed = load("reconsiderations", HEADER + impossible("武政复〔2018〕501号") + row("武政复〔2018〕7号", REGION));
        assertEquals(List.of(1, 1), List.of(mixed.getInt("created"), mixed.getInt("rejected")), mixed.prettify());
        assertEquals(7, last("武政复", 2018));
    }

    @Test
    void theNumberOfAnotherAuthorityIsRefused() {
        var job = load("reconsiderations", HEADER + row("武政复〔2017〕600号", "330781") + row("他市复〔2017〕1号", "330781"));
        assertEquals(List.of(1, 1), List.of(job.getInt("created"), job.getInt("rejected")), job.prettify());
        assertEquals(List.of("caseNumber"), job.getList("errors.field"), job.prettify());
        assertEquals(null, last("武政复", 2017));
    }
}
