package cn.disputes.cases.warning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A warning that a case asks for on a day.
 *
 * @param about null for a warning about no case
 * @param dueOn the last day of the clock
 */
record Warning(Prompt prompt, WatchedCase about, String regionCode, LocalDate dueOn) {
    /** The same for the same case, catalogue row and due date; a date that moves makes another warning. */
    UUID id() {
        var name = prompt.code() + '|' + (about == null ? regionCode : about.id()) + '|' + dueOn;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    List<String> agencies() {
        return about != null && prompt.addressee().agency() ? about.agencies() : List.of();
    }
}
