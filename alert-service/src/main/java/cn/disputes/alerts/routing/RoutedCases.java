package cn.disputes.alerts.routing;

import cn.disputes.alerts.risk.Recusals;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCaseAccess;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What routing looks at, from a risk case or from facts that somebody asks about. */
@ApplicationScoped
public class RoutedCases {
    private final RiskCaseAccess access;
    private final Caller caller;

    RoutedCases(RiskCaseAccess access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    public static RoutedCase of(RiskCase risk, LocalDate on, Set<String> recused) {
        return new RoutedCase(
                risk.regionCode(), risk.defendantCode(), risk.domain(), risk.level(), on, recused, risk.leader());
    }

    RoutedCase of(Handle h, RoutingResource.Question q, LocalDate on) {
        if (q.riskCaseId() == null && q.regionCode() == null)
            throw ProblemException.invalid("regionCode", "不能为空", "Must be given");
        if (q.regionCode() != null) caller.requireRegion(q.regionCode());
        if (q.riskCaseId() == null) return new RoutedCase(q.regionCode(), q.defendantCode(), q.domain(), q.level(), on);
        var risk = access.require(h, q.riskCaseId());
        return new RoutedCase(
                q.regionCode() == null ? risk.regionCode() : q.regionCode(),
                q.defendantCode() == null ? risk.defendantCode() : q.defendantCode(),
                q.domain() == null ? risk.domain() : q.domain(),
                q.level() == null ? risk.level() : q.level(),
                on,
                Recusals.of(h, risk.id()),
                risk.leader());
    }
}
