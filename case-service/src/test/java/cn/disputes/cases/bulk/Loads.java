package cn.disputes.cases.bulk;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Files sent to the running service. */
public final class Loads {
    static final String BUREAU = "11330700002592265Y";
    static final String HEADER = "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,"
            + "respondentName,respondentRegionCode,domain,actType,acceptedOn,procedure,copyServedOn,repliedOn,"
            + "concludedOn,outcome,outcomeGround,decisionServedOn\n";

    private Loads() {}

    /** A decided case; {@code concludedOn} may be empty. */
    static String row(String number, String region, String concludedOn) {
        return number + "," + region + ",2022-03-01,ONLINE,NATURAL_PERSON,合成甲," + BUREAU
                + ",金华市司法局,330700,OTHER,PENALTY,2022-03-02,ORDINARY,2022-03-04,2022-03-10,"
                + (concludedOn.isEmpty() ? ",,," : concludedOn + ",UPHELD,,2022-04-02") + "\n";
    }

    static RequestSpecification officer(String region) {
        return given().auth()
                .oauth2(token("case-officer").region(region).sign())
                .contentType("application/json");
    }

    static Response send(String kind, byte[] file, String role) {
        return given().auth()
                .oauth2(token(role).sign())
                .contentType("text/csv")
                .body(file)
                .post("/v1/imports?kind=" + kind);
    }

    public static JsonPath load(String kind, String file) {
        return load(kind, file, StandardCharsets.UTF_8);
    }

    static JsonPath load(String kind, String file, Charset encoding) {
        var sent = send(kind, file.getBytes(encoding), "case-officer");
        return finished(sent.then().statusCode(202).extract().header("Location"));
    }

    static JsonPath finished(String location) {
        return await().until(() -> officer("330700").get(location).jsonPath(), job -> !job.getString("status")
                .equals("RUNNING"));
    }
}
