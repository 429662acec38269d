package cn.disputes.stats.release;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads a release for the caller and checks its seal. */
@ApplicationScoped
class ReleaseAccess {
    private final ReleaseStore store;
    private final Caller caller;

    ReleaseAccess(ReleaseStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    record Opened(ReleaseStore.Stored stored, Release.Seal seal) {
        Release release() {
            return stored.release();
        }
    }

    Opened open(Handle h, String id) {
        var stored =
                store.find(h, id(id), caller.scope()).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var release = stored.release();
        var chained = release.number() == 1
                || store.hashOf(h, release.number() - 1)
                        .filter(hash -> hash.equals(release.previousHash()))
                        .isPresent();
        return new Opened(stored, new Release.Seal(stored.recomputed().equals(stored.hash()), stored.hash(), chained));
    }

    /** Refuses a release that is not what was sealed: nothing may be printed from it. */
    Opened openIntact(Handle h, String id) {
        var opened = open(h, id);
        if (!opened.seal().intact()) throw new ProblemException(ReleaseProblem.SEAL_BROKEN);
        return opened;
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
