package cn.disputes.cases.reconsideration;

import java.time.LocalDate;

/**
 * The review of a normative document on which the act rests (规范性文件附带审查, Art. 56–60).
 *
 * @param own whether this authority may deal with it; otherwise it is forwarded
 */
record DocumentReview(
        LocalDate questionedOn,
        boolean own,
        LocalDate forwardedOn,
        LocalDate makerAskedOn,
        LocalDate makerAnsweredOn,
        LocalDate endedOn) {
    static DocumentReview of(LocalDate on, boolean own) {
        return new DocumentReview(on, own, null, null, null, null);
    }

    DocumentReview forwarded(LocalDate on) {
        return new DocumentReview(questionedOn, own, on, makerAskedOn, makerAnsweredOn, endedOn);
    }

    DocumentReview makerAsked(LocalDate on) {
        return new DocumentReview(questionedOn, own, forwardedOn, on, makerAnsweredOn, endedOn);
    }

    DocumentReview makerAnswered(LocalDate on) {
        return new DocumentReview(questionedOn, own, forwardedOn, makerAskedOn, on, endedOn);
    }

    DocumentReview ended(LocalDate on) {
        return new DocumentReview(questionedOn, own, forwardedOn, makerAskedOn, makerAnsweredOn, on);
    }

    boolean open() {
        return endedOn == null;
    }
}
