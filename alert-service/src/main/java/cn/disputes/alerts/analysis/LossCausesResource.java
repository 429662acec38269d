package cn.disputes.alerts.analysis;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The root causes behind the losses (以案治本), counted from the reports, with the supervision document they suggest. */
@Path("/v1/loss-analyses/causes")
public class LossCausesResource {
    private static final int MOST_CASES = 100;

    /**
     * What {@code POST /v1/supervision-documents} of case-service takes. It is shown, not sent: an officer gives it its
     * number, and another person approves it there.
     *
     * @param documentNumber a draft number that marks it as such
     */
    public record ProposedDocument(
            String documentNumber,
            SupervisionKind kind,
            String regionCode,
            String issuedToCode,
            LocalDate issuedOn,
            String caseNumber,
            List<String> caseNumbers,
            String category,
            String rootCause) {}

    /**
     * One cause at one agency for one kind of act.
     *
     * @param count lost suits whose report names the cause
     * @param caseNumbers these, the latest first, at most 100
     * @param proposal from {@code atLeast} suits on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(
            String agencyCode,
            String agencyName,
            String regionCode,
            ActType actType,
            LossCause cause,
            String causeZh,
            String causeEn,
            int count,
            List<String> caseNumbers,
            ProposedDocument proposal) {}

    /**
     * @param filed reports behind the counts
     * @param outstanding reports of the same span that are demanded and not filed: the counts lack them
     */
    public record Causes(LocalDate from, LocalDate to, int filed, int outstanding, List<Cause> items) {}

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    LossCausesResource(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The commonest first.
     *
     * @param from first day the losses took effect, a year ago unless given
     * @param to last day, today unless given
     * @param atLeast suits from which on a document is proposed, 1..1000, 2 unless given
     */
    @GET
    @RolesAllowed({COORDINATOR, CASE_OFFICER, STATISTICIAN})
    public Causes causes(
            @QueryParam("regionCode") String regionCode,
            @QueryParam("agencyCode") String agencyCode,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("atLeast") String atLeast) {
        var today = LocalDate.now(clock);
        var last = Query.date("to", to) == null ? today : Query.date("to", to);
        var first = Query.date("from", from) == null ? last.minusYears(1).plusDays(1) : Query.date("from", from);
        if (last.isBefore(first)) throw ProblemException.invalid("to", "结束早于开始", "Ends before it begins");
        var region = Query.region("regionCode", regionCode);
        var least = Query.integer("atLeast", atLeast, 1, 1000, 2);
        var agency = Query.text("agencyCode", agencyCode);
        var scope = caller.scope();
        return jdbi.inTransaction(h -> {
            var items = h.createQuery(
                            """
                            SELECT responsible_code, max(defendant_name) FILTER (WHERE defendant_code = responsible_code) AS name,
                                   region_code, act_type, cause, count(*) AS suits,
                                   array_agg(case_number ORDER BY effective_on DESC, case_number) AS numbers
                            FROM loss_analysis, unnest(causes) AS cause
                            WHERE state = 'FILED' AND effective_on BETWEEN :first AND :last
                              AND region_code >= :from AND region_code < :to
                              AND (CAST(:region AS text) IS NULL OR region_code LIKE :region || '%')
                              AND (CAST(:agency AS text) IS NULL OR responsible_code = :agency)
                            GROUP BY responsible_code, region_code, act_type, cause
                            ORDER BY suits DESC, responsible_code, act_type, cause""")
                    .bind("first", first)
                    .bind("last", last)
                    .bind("from", scope.from())
                    .bind("to", scope.to())
                    .bind("region", region == null ? null : Regions.prefix(region))
                    .bind("agency", agency)
                    .map((row, ctx) -> cause(
                            row.getString("responsible_code"),
                            row.getString("name"),
                            row.getString("region_code"),
                            row.getString("act_type") == null ? null : ActType.valueOf(row.getString("act_type")),
                            LossCause.valueOf(row.getString("cause")),
                            row.getInt("suits"),
                            Arrays.stream((String[]) row.getArray("numbers").getArray())
                                    .limit(MOST_CASES)
                                    .toList(),
                            least,
                            today))
                    .list();
            return h.createQuery(
                            """
                            SELECT count(*) FILTER (WHERE state = 'FILED') AS filed,
                                   count(*) FILTER (WHERE state = 'DUE') AS outstanding
                            FROM loss_analysis
                            WHERE effective_on BETWEEN :first AND :last AND region_code >= :from AND region_code < :to
                              AND (CAST(:region AS text) IS NULL OR region_code LIKE :region || '%')
                              AND (CAST(:agency AS text) IS NULL OR responsible_code = :agency)""")
                    .bind("first", first)
                    .bind("last", last)
                    .bind("from", scope.from())
                    .bind("to", scope.to())
                    .bind("region", region == null ? null : Regions.prefix(region))
                    .bind("agency", agency)
                    .map((row, ctx) -> new Causes(first, last, row.getInt("filed"), row.getInt("outstanding"), items))
                    .one();
        });
    }

    private static Cause cause(
            String agency,
            String name,
            String region,
            ActType act,
            LossCause cause,
            int count,
            List<String> numbers,
            int least,
            LocalDate today) {
        return new Cause(
                agency,
                name,
                region,
                act,
                cause,
                cause.zh(),
                cause.en(),
                count,
                numbers,
                count < least ? null : proposal(agency, name, region, act, cause, count, numbers, today));
    }

    private static ProposedDocument proposal(
            String agency,
            String name,
            String region,
            ActType act,
            LossCause cause,
            int count,
            List<String> numbers,
            LocalDate today) {
        var of = act == null ? "" : "在" + act.zh() + "案件中";
        return new ProposedDocument(
                "拟〔" + today.getYear() + "〕" + region + "-" + agency + "-" + cause + (act == null ? "" : "-" + act),
                SupervisionKind.ENFORCEMENT_SUPERVISION,
                region,
                agency,
                today,
                numbers.get(0),
                numbers.subList(1, numbers.size()),
                cause.category(),
                (name == null ? "该机关" : name) + of + "有" + count + "件因" + cause.zh() + "败诉，请查明原因，整改并报告。");
    }
}
