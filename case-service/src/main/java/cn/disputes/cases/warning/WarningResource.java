package cn.disputes.cases.warning;

import static cn.disputes.contract.security.Roles.AGENCY_LIAISON;
import static cn.disputes.contract.security.Roles.APPROVER;
import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.cases.casefile.CaseLists;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The warnings (预警提示) that clocks have raised, the newest first. */
@Path("/v1/warnings")
public class WarningResource {
    private static final CaseLists.Kind<StoredWarning> KIND = new CaseLists.Kind<>(
            "warning", "raised_on", StoredWarning::map, StoredWarning::id, StoredWarning::raisedOn);

    private final CaseLists lists;
    private final Caller caller;

    WarningResource(CaseLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    /** A liaison sees those addressed to its own agency. */
    @GET
    @RolesAllowed({CASE_OFFICER, APPROVER, COORDINATOR, AGENCY_LIAISON})
    public Page<StoredWarning> list(@BeanParam WarningFilter filter) {
        return lists.page(KIND, filter.conditions(caller));
    }
}
