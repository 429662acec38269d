package cn.disputes.cases.office;

import jakarta.validation.constraints.Size;

/**
 * Gives a case to an officer.
 *
 * @param officer {@code sub} of a registered officer; without it the service picks the one whose turn it is
 * @param reason needed when the case changes hands
 */
public record Assign(
        @Size(max = 200, message = "最多200字 | At most 200 characters") String officer,
        @Size(max = 1000, message = "最多1000字 | At most 1000 characters") String reason) {}
