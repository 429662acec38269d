package cn.disputes.cases.warning;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jdbi.v3.core.Jdbi;

/** The warnings (预警提示) that clocks have raised, the newest first. */
@Path("/v1/warnings")
public class WarningResource {
    private final Jdbi jdbi;
    private final Caller caller;

    WarningResource(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** A liaison sees those addressed to its own agency. */
    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Page<StoredWarning> list(@BeanParam WarningFilter filter) {
        var rows = Query.limit(filter.limit);
        var conditions = filter.conditions(caller);
        var where = conditions.page("raised_on");
        return jdbi.withHandle(h -> Page.of(
                h.createQuery("SELECT * FROM warning WHERE " + where + " ORDER BY raised_on DESC, id DESC LIMIT :rows")
                        .bindMap(conditions.values())
                        .bind("rows", rows + 1)
                        .map(StoredWarning::map)
                        .list(),
                rows,
                null,
                warning -> CaseFilter.cursorOf(warning.raisedOn(), warning.id())));
    }
}
