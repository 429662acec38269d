package cn.disputes.cases.warning;

import java.util.List;
import java.util.UUID;

/**
 * A case or a document with the clocks it has today.
 *
 * @param kind as in the path of its calls
 * @param agencies the agencies that are told where a warning is for the respondent, the defendant or the addressed agency
 */
public record WatchedCase(
        String kind, UUID id, String caseNumber, String regionCode, List<String> agencies, List<WatchedClock> clocks) {}
