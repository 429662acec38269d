package cn.disputes.alerts.alert;

import cn.disputes.alerts.alert.AlertRegister.Incoming;
import cn.disputes.alerts.alert.AlertRegister.Posted;
import cn.disputes.alerts.source.Admission;
import cn.disputes.alerts.source.Mandate;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.GroupCommit;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** What was posted, from the limit of its source to the answer; good rows are taken beside bad ones. */
@ApplicationScoped
class AlertIntake {
    /** Rows that commit together: few statements for many rows, and no transaction that holds up the feed's readers. */
    private static final int CHUNK = 2_500;

    private static final int TRIES = 3;

    /** Single alerts that share a transaction when they come at one moment, and how many such transactions at once. */
    private static final int SHARING = 64;

    private static final int AT_ONCE = 2;

    private record Sent(JsonNode row, RegionScope scope, String by) {}

    private record Sender(String source, String region, String by) {}

    private final Jdbi jdbi;
    private final Admission admission;
    private final AlertReader reader;
    private final AlertRegister register;
    private final RejectedAlerts rejected;
    private final GroupCommit<Sent, Posted> singles = new GroupCommit<>(AT_ONCE, SHARING, this::takeSingles);

    AlertIntake(Jdbi jdbi, Admission admission, AlertReader reader, AlertRegister register, RejectedAlerts rejected) {
        this.jdbi = jdbi;
        this.admission = admission;
        this.reader = reader;
        this.register = register;
        this.rejected = rejected;
    }

    /**
     * What became of an alert; what was refused is recorded.
     *
     * @throws ProblemException 429 when its source has sent more than it may
     */
    Posted take(JsonNode row, Caller caller) {
        var posted = singles.of(new Sent(row, caller.scope(), caller.subject()));
        if (posted.refusal() == null) return posted;
        if (posted.refusal().code() == GeneralProblem.TOO_MANY_REQUESTS) throw posted.refusal();
        rejected.record(List.of(new RejectedAlerts.Refused(row, posted.refusal())), caller);
        return posted;
    }

    /**
     * What became of each row of a batch, in the order given; a row that was refused is recorded.
     *
     * @throws ProblemException 429 when a source has sent more than it may: then none of it was taken
     */
    List<Posted> take(List<JsonNode> rows, Caller caller) {
        var senders = new TreeMap<String, Integer>();
        for (var row : rows) {
            var source = AlertReader.source(row);
            if (source != null) senders.merge(source, 1, Integer::sum);
        }
        var scope = caller.scope();
        var by = caller.subject();
        var mandates = admission.admit(senders, scope.region(), by);
        var posted = takeAdmitted(
                rows.stream().map(row -> new Sent(row, scope, by)).toList(), mandates, new Posted[rows.size()]);
        var refused = new ArrayList<RejectedAlerts.Refused>();
        for (var i = 0; i < rows.size(); i++) {
            var refusal = posted.get(i).refusal();
            if (refusal != null) refused.add(new RejectedAlerts.Refused(rows.get(i), refusal));
        }
        rejected.record(refused, caller);
        return posted;
    }

    /** Requests of their own, each let in or not by itself. */
    private List<Posted> takeSingles(List<Sent> sent) {
        var posted = new Posted[sent.size()];
        var mandates = new HashMap<String, Mandate>();
        var senders = new LinkedHashMap<Sender, List<Integer>>();
        for (var i = 0; i < posted.length; i++) {
            var one = sent.get(i);
            var source = AlertReader.source(one.row());
            if (source != null)
                senders.computeIfAbsent(new Sender(source, one.scope().region(), one.by()), s -> new ArrayList<>())
                        .add(i);
        }
        senders.forEach((sender, places) -> {
            try {
                mandates.put(sender.source(), admit(sender, places.size()));
            } catch (ProblemException tooMany) {
                for (var place : places) {
                    try {
                        mandates.put(sender.source(), admit(sender, 1));
                    } catch (ProblemException refusal) {
                        posted[place] = Posted.refused(refusal);
                    }
                }
            }
        });
        return takeAdmitted(sent, mandates, posted);
    }

    private Mandate admit(Sender sender, int rows) {
        return admission
                .admit(Map.of(sender.source(), rows), sender.region(), sender.by())
                .get(sender.source());
    }

    /** @param posted what is known already is left as it is */
    private List<Posted> takeAdmitted(List<Sent> sent, Map<String, Mandate> mandates, Posted[] posted) {
        var alerts = new ArrayList<Incoming>(posted.length);
        var places = new ArrayList<Integer>(posted.length);
        for (var i = 0; i < posted.length; i++) {
            if (posted[i] != null) continue;
            var one = sent.get(i);
            try {
                var alert = reader.read(one.row(), one.scope(), one.by(), mandates);
                alerts.add(new Incoming(alert, one.scope(), one.by()));
                places.add(i);
            } catch (ProblemException refusal) {
                posted[i] = Posted.refused(refusal);
            }
        }
        for (var from = 0; from < alerts.size(); from += CHUNK) {
            var to = Math.min(from + CHUNK, alerts.size());
            var taken = taken(alerts.subList(from, to));
            for (var i = from; i < to; i++) posted[places.get(i)] = taken.get(i - from);
        }
        return Arrays.asList(posted);
    }

    private List<Posted> taken(List<Incoming> chunk) {
        for (var attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(h -> register.take(h, chunk));
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
