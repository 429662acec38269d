package cn.disputes.cases.casefile;

import java.time.Instant;

/**
 * One line of a case's append-only history.
 *
 * @param sequence 1, 2, 3 … within the case
 * @param recordedBy {@code sub} of who recorded it
 */
public record RecordedStep<B extends StepBody<B>>(int sequence, B body, Instant recordedAt, String recordedBy) {}
