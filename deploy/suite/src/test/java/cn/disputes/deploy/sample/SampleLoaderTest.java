package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleLoaderTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void loadsTheWholeYear() throws Exception {
        try (var services = new PretendServices()) {
            assertTrue(loader(services).storeIsEmpty());
            loader(services).load();
            assertEquals(List.of(), services.violations);
            var sample = Sample.of2022();
            assertEquals(
                    sample.reconsiderations().size()
                            + sample.suits().size()
                            + sample.documents().size(),
                    services.rows.size());
            for (var row : Rows.of(sample.suitsCsv())) assertEquals(row, services.rows.get(row.get("caseNumber")));
            for (var plan : sample.risks()) {
                var risk = services.risks.get(plan.suit().caseNumber());
                var planned = plan.actions().stream()
                        .filter(action -> !action.type().equals("ACKNOWLEDGED"))
                        .count();
                var done = risk.actions.stream()
                        .filter(action -> !action.startsWith("ACKNOWLEDGED"))
                        .count();
                assertEquals(planned, done, risk.toString());
                if (!plan.end().equals(RiskPlan.OPEN)) assertEquals(plan.end(), risk.state, risk.toString());
            }
            assertEquals(12, services.rounds.size());
            for (var round : services.rounds.entrySet()) {
                var signed = !round.getKey().equals("2022-12");
                for (var order : round.getValue().keySet())
                    assertEquals(signed, services.receipts.containsKey(order), order);
            }
            assertTrue(services.receipts.size() > 20, services.receipts.toString());
            assertTrue(printed.toString(StandardCharsets.UTF_8).contains("2291"));
            assertFalse(loader(services).storeIsEmpty());
        }
    }

    @Test
    void noRoundOrdersACaseAfterItsJudgment() throws Exception {
        try (var services = new PretendServices()) {
            loader(services).load();
            for (var risk : services.risks.values()) {
                var concluded = services.rows.get(risk.suit).get("concludedOn");
                if (concluded.isEmpty() || risk.months.isEmpty()) continue;
                var last = YearMonth.parse(risk.months.get(risk.months.size() - 1));
                assertFalse(RoundDays.of(last).isAfter(LocalDate.parse(concluded)), risk.toString());
            }
        }
    }

    @Test
    void loadingAgainChangesNothing() throws Exception {
        try (var services = new PretendServices()) {
            loader(services).load();
            var before = services.contents();
            loader(services).load();
            assertEquals(before, services.contents());
            assertEquals(List.of(), services.violations);
        }
    }

    @Test
    void goesOnWhereverItWasCutOff() throws Exception {
        String whole;
        int requests;
        try (var services = new PretendServices()) {
            loader(services).load();
            whole = services.contents();
            requests = services.requests;
        }
        // through the puts in large steps, through the months in small ones
        for (var cut = 1; cut < requests; cut += cut < 900 ? 290 : 71) {
            try (var services = new PretendServices()) {
                services.loseAnswer = cut;
                assertThrows(LoadFailure.class, () -> loader(services).load());
                loader(services).load();
                assertEquals(whole, services.contents(), "cut at request " + cut);
                assertEquals(List.of(), services.violations, "cut at request " + cut);
            }
        }
    }

    @Test
    void aRefusedRowStopsTheLoadAndIsNamed() throws Exception {
        try (var services = new PretendServices()) {
            services.refuseRow = true;
            var failure = assertThrows(LoadFailure.class, () -> loader(services).load());
            assertTrue(failure.getMessage().contains("第 7 行 domain：不认识的领域"), failure.getMessage());
        }
    }

    private SampleLoader loader(PretendServices services) {
        return new SampleLoader(services.uri(), services.uri(), services.uri(), role -> role, out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
}
