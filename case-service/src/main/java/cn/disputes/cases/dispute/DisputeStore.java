package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL that links a reconsideration and the suits after it by the numbers they name. */
@Singleton
class DisputeStore {
    /** More linked numbers than this are no dispute but a slip in the data; the answer then says that it is not complete. */
    static final int MOST = 500;

    Optional<DisputeInstance> suit(Handle h, UUID id, Reach reach) {
        return reach.bind(h.createQuery("SELECT * FROM litigation WHERE id = :id AND " + Reach.SUITS))
                .bind("id", id)
                .map(DisputeStore::suit)
                .findOne();
    }

    Optional<Reconsideration> reconsideration(Handle h, UUID id, Reach reach) {
        return reach.bind(h.createQuery("SELECT * FROM reconsideration WHERE id = :id AND " + Reach.RECONSIDERATIONS))
                .bind("id", id)
                .map(DisputeStore::reconsideration)
                .findOne();
    }

    List<Reconsideration> reconsiderations(Handle h, Collection<String> numbers, Reach reach) {
        return reach.bind(h.createQuery("SELECT * FROM reconsideration WHERE case_number = ANY (:numbers) AND "
                        + Reach.RECONSIDERATIONS + " ORDER BY received_on, case_number"))
                .bindArray("numbers", String.class, numbers.toArray())
                .map(DisputeStore::reconsideration)
                .list();
    }

    List<DisputeInstance> suits(Handle h, Collection<String> numbers, Reach reach) {
        return reach.bind(
                        h.createQuery("SELECT * FROM litigation WHERE case_number = ANY (:numbers) AND " + Reach.SUITS))
                .bindArray("numbers", String.class, numbers.toArray())
                .map(DisputeStore::suit)
                .list();
    }

    /**
     * Every number that can be reached from one through the suits the caller sees, in both directions; each is visited once,
     * so that a circle ends.
     */
    List<String> linked(Handle h, String number, Reach reach) {
        return reach.bind(h.createQuery(
                        """
                        WITH RECURSIVE linked (number) AS (
                            SELECT CAST(:number AS text)
                            UNION
                            SELECT neighbour.number
                            FROM linked
                            CROSS JOIN LATERAL (
                                SELECT * FROM litigation WHERE case_number = linked.number
                                UNION ALL
                                SELECT * FROM litigation WHERE previous_case_number = linked.number
                                UNION ALL
                                SELECT * FROM litigation WHERE reconsideration_case_number = linked.number
                            ) AS suit
                            CROSS JOIN LATERAL (VALUES (suit.case_number), (suit.previous_case_number),
                                (suit.reconsideration_case_number)) AS neighbour (number)
                            WHERE neighbour.number IS NOT NULL AND """
                                + " " + Reach.SUITS + ") SELECT number FROM linked LIMIT :most"))
                .bind("number", number)
                .bind("most", MOST + 1)
                .mapTo(String.class)
                .list();
    }

    /** The people's government of a region, where the register of agencies has it. */
    Optional<NamedAgency> government(Handle h, String region) {
        return h.createQuery(
                        """
                        SELECT code, name FROM agency
                        WHERE region_code = :region AND name LIKE '%人民政府' AND name !~ '[镇乡]人民政府$'
                        ORDER BY code LIMIT 1""")
                .bind("region", region)
                .map((row, ctx) -> new NamedAgency(row.getString("code"), row.getString("name")))
                .findOne();
    }

    private static DisputeInstance suit(ResultSet row, StatementContext context) throws SQLException {
        return new DisputeInstance(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("court"),
                Instance.valueOf(row.getString("instance")),
                row.getString("region_code"),
                row.getString("defendant_code"),
                row.getString("defendant_name"),
                row.getString("actor_code"),
                List.of((String[]) row.getArray("co_defendant_codes").getArray()),
                row.getString("status"),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome") == null ? null : LitigationOutcome.valueOf(row.getString("outcome")),
                row.getString("outcome_ground") == null ? null : OutcomeGround.valueOf(row.getString("outcome_ground")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reconsideration_case_number"),
                row.getString("previous_case_number"));
    }

    private static Reconsideration reconsideration(ResultSet row, StatementContext context) throws SQLException {
        return new Reconsideration(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getString("region_code"),
                row.getString("respondent_code"),
                row.getString("respondent_name"),
                row.getString("law_version"),
                row.getString("status"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("decide_due_on", LocalDate.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("outcome") == null ? null : ReconsiderationOutcome.valueOf(row.getString("outcome")),
                row.getObject("decision_served_on", LocalDate.class));
    }
}
