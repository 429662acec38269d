package cn.disputes.contract.problem;

/** One kind of refusal; each feature lists its own in one enum. {@code zh} and {@code en} may hold {0} slots. */
public interface ProblemCode {
    String name();

    /** HTTP status, 400–499 (500 only for {@link GeneralProblem#UNEXPECTED}). */
    int status();

    String zh();

    String en();

    /** {@code code} and the end of {@code type} on the wire: ILLEGAL_MOVE → illegal-move. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
