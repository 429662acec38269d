package cn.disputes.conventions.table;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many tables are on their way at once: each holds a connection to the database for as long as its receiver
 * takes, and a few slow ones would leave none to anybody else.
 */
@Singleton
public class Downloads {
    /** Of twenty connections. */
    static final int MOST = 4;

    private static final long AGAIN_IN_SECONDS = 10;

    private final Semaphore free = new Semaphore(MOST);

    /** The same, answered with 429 and Retry-After while {@value MOST} others are on their way. */
    public StreamingOutput bounded(StreamingOutput table) {
        return out -> {
            if (!free.tryAcquire())
                throw new ProblemException(GeneralProblem.TOO_MANY_REQUESTS).retryAfter(AGAIN_IN_SECONDS);
            try {
                table.write(out);
            } finally {
                free.release();
            }
        };
    }
}
