package cn.disputes.contract.problem;

import java.util.Locale;

/** One kind of refusal; each feature lists its own in one enum. */
public interface ProblemCode {
    /**
     * What a refusal says.
     *
     * @param status HTTP status, 400–499 (500 and 503 only for what is nobody's fault)
     * @param zh may hold {0} slots, as {@code en}
     */
    record Words(int status, String zh, String en) {}

    String name();

    Words words();

    default int status() {
        return words().status();
    }

    default String zh() {
        return words().zh();
    }

    default String en() {
        return words().en();
    }

    /** {@code code} and the end of {@code type} on the wire: ILLEGAL_MOVE → illegal-move. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
