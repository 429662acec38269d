package cn.disputes.cases.warning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A warning that is asked for on a day.
 *
 * @param about the case; null for a warning about no case, without an id for one that sums up many
 * @param dueOn the last day of the clock
 * @param detail figures behind the sentence, or null
 */
record Warning(Prompt prompt, WatchedCase about, String regionCode, LocalDate dueOn, String detail) {
    /** What a clock of a case asks for. */
    Warning(Prompt prompt, WatchedCase about, String regionCode, LocalDate dueOn) {
        this(prompt, about, regionCode, dueOn, null);
    }

    static Warning of(AgencyFinding finding) {
        var about = new WatchedCase(
                WarningCatalogue.AGENCIES,
                finding.caseId(),
                finding.caseNumber(),
                finding.regionCode(),
                finding.agencyCodes(),
                List.of());
        return new Warning(
                WarningCatalogue.BY_CODE.get(finding.code()),
                about,
                finding.regionCode(),
                finding.until(),
                finding.detail());
    }

    /** The same for the same case, or agency, catalogue row and due date; a date that moves makes another warning. */
    UUID id() {
        var name = prompt.code() + '|' + subject() + '|' + dueOn;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Object subject() {
        if (about == null) return regionCode;
        return about.id() == null ? about.agencies() : about.id();
    }

    List<String> agencies() {
        var told =
                about != null && (prompt.addressee().agency() || prompt.kind().equals(WarningCatalogue.AGENCIES));
        return told ? about.agencies() : List.of();
    }
}
