package cn.disputes.cases.privacy;

import cn.disputes.conventions.idempotency.AnswerKeeping;
import jakarta.inject.Singleton;

/** First answers show names and numbers: they are kept sealed, and a repeated body is known by its keyed hash. */
@Singleton
class SealedAnswers implements AnswerKeeping {
    private final Seal seal;

    SealedAnswers(Seal seal) {
        this.seal = seal;
    }

    @Override
    public String kept(String answer, String request) {
        return seal.seal(answer, request);
    }

    /** Answers kept before there was a seal are JSON as they stand. */
    @Override
    public String shown(String kept, String request) {
        return kept.startsWith("v1.") ? seal.open(kept, request) : kept;
    }

    @Override
    public boolean sameBody(String body, String fingerprint) {
        return seal.hashes(body).contains(fingerprint);
    }

    @Override
    public String fingerprint(String body) {
        return seal.hash(body);
    }
}
