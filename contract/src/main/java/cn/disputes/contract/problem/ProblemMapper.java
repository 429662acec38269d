package cn.disputes.contract.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where anything thrown becomes a problem+json answer. */
public final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    /** Soon enough after a fail-over, and not all at once upon a server that has just come up. */
    private static final int AGAIN_SECONDS = 3;

    private static final long A_LINE_NANOS = 10_000_000_000L;
    private static final AtomicLong LAST_LINE = new AtomicLong(System.nanoTime() - A_LINE_NANOS);

    @ServerExceptionMapper
    public Response refusal(ProblemException refusal, HttpHeaders headers) {
        return answer(refusal, headers);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException unreadable, HttpHeaders headers) {
        return answer(BodyFaults.of(unreadable), headers);
    }

    /** Named apart because the framework has a mapper of its own for this one. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched, HttpHeaders headers) {
        return answer(BodyFaults.of(mismatched), headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
        return answer(BodyFaults.of(invalid), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(Exception ignored, HttpHeaders headers) {
        return answer(new ProblemException(GeneralProblem.UNAUTHENTICATED), headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException ignored, HttpHeaders headers) {
        return answer(new ProblemException(GeneralProblem.FORBIDDEN), headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException web, HttpHeaders headers) {
        if (web.getCause() instanceof JacksonException) return unreadable((JacksonException) web.getCause(), headers);
        if (web.getCause() instanceof ProblemException) return refusal((ProblemException) web.getCause(), headers);
        var status = web.getResponse().getStatus();
        if (status < 400) return web.getResponse();
        if (status >= 500) return unexpected(web, headers);
        var code = Arrays.stream(GeneralProblem.values())
                .filter(p -> p.status() == status)
                .findFirst()
                .orElse(GeneralProblem.REFUSED);
        return answer(new ProblemException(code), headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable fault, HttpHeaders headers) {
        if (DatabaseFaults.passing(fault)) return unavailable(fault, headers);
        // The message may quote a row, and a row may name a person: log the kind and the place only.
        LOG.errorf("%s at %s", kind(fault), place(fault));
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            LOG.errorf("  caused by %s at %s", kind(cause), place(cause));
        }
        return answer(new ProblemException(GeneralProblem.UNEXPECTED), headers);
    }

    /** Whether a write that was cut off in its last moment was done nobody can tell: the key makes the repetition safe. */
    private static Response unavailable(Throwable fault, HttpHeaders headers) {
        var last = LAST_LINE.get();
        var now = System.nanoTime();
        // one line in a while, however many ask
        if (now - last >= A_LINE_NANOS && LAST_LINE.compareAndSet(last, now))
            LOG.warnf("the database is not available (%s): requests are refused", DatabaseFaults.state(fault));
        return answer(new ProblemException(GeneralProblem.UNAVAILABLE).retryAfter(AGAIN_SECONDS), headers);
    }

    /** The SQL state says what the database refused without quoting what it was given. */
    private static String kind(Throwable fault) {
        var name = fault.getClass().getName();
        return fault instanceof SQLException refused ? name + " " + refused.getSQLState() : name;
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("cn.disputes"))
                .limit(5)
                .map(StackTraceElement::toString)
                .toList()
                .toString();
    }

    private static Response answer(ProblemException refusal, HttpHeaders headers) {
        var english = headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("en") || language.equals("zh"))
                .findFirst()
                .filter("en"::equals)
                .isPresent();
        var response = Response.status(refusal.code().status())
                .type(Problem.MEDIA_TYPE)
                .language(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .entity(refusal.toProblem(english));
        if (refusal.code().status() == 401) response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (refusal.retryAfter() != null) response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfter());
        return response.build();
    }
}
