package cn.disputes.conventions.idempotency;

/** How a first answer lies in the database until it is asked for again. */
public interface AnswerKeeping {
    /** @param request names the request the answer belongs to */
    String kept(String answer, String request);

    String shown(String kept, String request);

    /** Whether a body is the one this was the fingerprint of. */
    boolean sameBody(String body, String fingerprint);

    String fingerprint(String body);
}
