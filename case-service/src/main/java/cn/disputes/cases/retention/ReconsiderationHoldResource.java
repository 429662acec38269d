package cn.disputes.cases.retention;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.APPROVER;

import cn.disputes.contract.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jdbi.v3.core.Jdbi;

/** Keeps a reconsideration beyond its term, or lets the term take effect again. */
@Path("/v1/reconsiderations/{id}/hold")
@RolesAllowed({ADMIN, APPROVER})
public class ReconsiderationHoldResource {
    private final Jdbi jdbi;
    private final Holds holds;
    private final Caller caller;

    ReconsiderationHoldResource(Jdbi jdbi, Holds holds, Caller caller) {
        this.jdbi = jdbi;
        this.holds = holds;
        this.caller = caller;
    }

    @GET
    public Hold get(@PathParam("id") String id) {
        return jdbi.inTransaction(h -> holds.of(h, KeptCase.RECONSIDERATION, id, caller));
    }

    /** Needs no If-Match: a hold is right whatever has happened to the case. 409 when the term has already taken effect. */
    @PUT
    public Hold place(@PathParam("id") String id, @Valid @NotNull(message = "不能为空 | Must be given") Hold.Wanted body) {
        return jdbi.inTransaction(h -> holds.place(h, KeptCase.RECONSIDERATION, id, body, caller));
    }

    @DELETE
    public void lift(@PathParam("id") String id) {
        jdbi.useTransaction(h -> holds.lift(h, KeptCase.RECONSIDERATION, id, caller));
    }
}
