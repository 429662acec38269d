package cn.disputes.alerts.alert;

import cn.disputes.alerts.alert.AlertRegister.Posted;
import cn.disputes.alerts.source.Sources;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** What was posted, from the limit of its source to the answer; good rows are taken beside bad ones. */
@ApplicationScoped
class AlertIntake {
    /** Rows that commit together: few statements for many rows, and no transaction that holds up the feed's readers. */
    private static final int CHUNK = 2_500;

    private static final int TRIES = 3;

    private final Jdbi jdbi;
    private final Sources sources;
    private final AlertReader reader;
    private final AlertRegister register;
    private final RejectedAlerts rejected;

    AlertIntake(Jdbi jdbi, Sources sources, AlertReader reader, AlertRegister register, RejectedAlerts rejected) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.reader = reader;
        this.register = register;
        this.rejected = rejected;
    }

    /** What became of each row, in the order given; a row that was refused is recorded. */
    List<Posted> take(List<JsonNode> rows, Caller caller) {
        var senders = new TreeMap<String, Integer>();
        for (var row : rows) {
            var source = AlertReader.source(row);
            if (source != null) senders.merge(source, 1, Integer::sum);
        }
        var mandates = sources.admit(senders, caller.scope().region());
        var posted = new Posted[rows.size()];
        var scope = caller.scope();
        var alerts = new ArrayList<Alert>(rows.size());
        var places = new ArrayList<Integer>(rows.size());
        for (var i = 0; i < posted.length; i++) {
            try {
                alerts.add(reader.read(rows.get(i), scope, mandates));
                places.add(i);
            } catch (ProblemException refusal) {
                posted[i] = Posted.refused(refusal);
            }
        }
        for (var from = 0; from < alerts.size(); from += CHUNK) {
            var to = Math.min(from + CHUNK, alerts.size());
            var taken = taken(alerts.subList(from, to), caller);
            for (var i = from; i < to; i++) posted[places.get(i)] = taken.get(i - from);
        }
        var refused = new ArrayList<RejectedAlerts.Refused>();
        for (var i = 0; i < posted.length; i++) {
            if (posted[i].refusal() != null) refused.add(new RejectedAlerts.Refused(rows.get(i), posted[i].refusal()));
        }
        rejected.record(refused, caller);
        return Arrays.asList(posted);
    }

    private List<Posted> taken(List<Alert> chunk, Caller caller) {
        var scope = caller.scope();
        var by = caller.subject();
        for (var attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(h -> register.take(h, chunk, scope, by));
            } catch (JdbiException e) {
                // rolled back by the database for the sake of another transaction: nothing of it was done
                if (attempt == TRIES || !rolledBack(e)) throw e;
            }
        }
    }

    private static boolean rolledBack(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null)
                return sql.getSQLState().startsWith("40");
        }
        return false;
    }
}
