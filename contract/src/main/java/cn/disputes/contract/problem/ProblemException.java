package cn.disputes.contract.problem;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;

/** Carries a refusal to the one mapper. It has no stack trace: a refusal is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    /** A field at fault, in both languages. */
    public record FieldFault(String field, String zh, String en) {}

    private final transient ProblemCode code;
    private final transient Object[] args;
    private final transient List<FieldFault> faults = new ArrayList<>();
    private transient Long retryAfter;

    public ProblemException(ProblemCode code, Object... args) {
        super(code.code(), null, false, false);
        this.code = code;
        this.args = args;
    }

    /** Invalid input in one field, the commonest refusal. */
    public static ProblemException invalid(String field, String zh, String en) {
        return new ProblemException(GeneralProblem.INVALID_INPUT).field(field, zh, en);
    }

    public ProblemException field(String field, String zh, String en) {
        faults.add(new FieldFault(field, zh, en));
        return this;
    }

    /** In how many seconds the same request may succeed; goes out as {@code Retry-After}. */
    public ProblemException retryAfter(long seconds) {
        retryAfter = seconds;
        return this;
    }

    /** Null where waiting does not help. */
    public Long retryAfter() {
        return retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** The refusal as it goes over the wire. */
    public Problem toProblem(boolean english) {
        var violations = faults.stream()
                .map(f -> new Problem.Violation(f.field(), english ? f.en() : f.zh()))
                .toList();
        var title = fill(english ? code.en() : code.zh());
        var detail = violations.isEmpty()
                ? title
                : title + (english ? ": " : "：") + violations.get(0).field() + " – "
                        + violations.get(0).message();
        return new Problem("/problems/" + code.code(), title, code.status(), detail, code.code(), violations);
    }

    private String fill(String pattern) {
        return args.length == 0 ? pattern : MessageFormat.format(pattern.replace("'", "''"), args);
    }
}
