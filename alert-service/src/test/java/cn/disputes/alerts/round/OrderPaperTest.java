package cn.disputes.alerts.round;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.paper.PaperFormat;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OrderPaperTest {
    @Inject
    Jdbi jdbi;

    @Inject
    RoutingStore routing;

    private static Office office(String city, String leader) {
        var office = new Office(city);
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, city);
        return office;
    }

    @Test
    void ordersLeaveAsSheetAndLetterByFormatOrAccept() throws Exception {
        var office = office("610400", "L-paper");
        var number = Office.number();
        office.flagSuit(number, "610401", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "610400").statusCode(201);
        var path = "/v1/assignment-rounds/2022-05/orders";
        office.coordinator().get(path).then().statusCode(200).body("items[0].leader.id", equalTo("L-paper"));
        for (var asked : List.of(
                office.coordinator().queryParam("format", "docx"),
                office.coordinator().accept(PaperFormat.DOCX))) {
            var letter = asked.get(path)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("wordprocessingml"))
                    .header("Content-Disposition", containsString(".docx"))
                    .extract()
                    .asByteArray();
            try (var document = new XWPFDocument(new ByteArrayInputStream(letter))) {
                var row = document.getTables().get(0).getRow(1);
                assertEquals(number, row.getCell(1).getText());
                assertEquals("虚构局", row.getCell(2).getText());
                assertEquals("红色", row.getCell(3).getText());
                assertTrue(document.getParagraphs().stream()
                        .anyMatch(p -> p.getText().equals("虚构L-paper：")));
            }
        }
        var sheet = office.coordinator()
                .queryParam("format", "xlsx")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("spreadsheetml"))
                .extract()
                .asByteArray();
        assertEquals('P', sheet[0]);
        office.coordinator().queryParam("format", "pdf").get(path).then().statusCode(400);
        office.coordinator().accept("image/png").get(path).then().statusCode(406);
    }

    @Test
    void aLetterThatWouldNotFitIsRefusedAndASheetIsNot() {
        var office = office("610500", "L-many");
        jdbi.useHandle(h -> h.execute(Many.CASES, "610501", 1001));
        office.round("2022-05", "610500").statusCode(201);
        var path = "/v1/assignment-rounds/2022-05/orders";
        office.coordinator()
                .queryParam("format", "docx")
                .get(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("letter-too-long"));
        office.coordinator().queryParam("format", "xlsx").get(path).then().statusCode(200);
    }
}
