package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** Which text of the Reconsideration Law governs a case: chosen by the day the application was received. */
public enum LawVersion {
    XZFY_2017("XZFY-2017", LocalDate.of(1999, 10, 1)),
    /** In force from 2024-01-01 (Art. 90). */
    XZFY_2023("XZFY-2023", LocalDate.of(2024, 1, 1));

    private final String wireName;
    private final LocalDate effectiveFrom;

    LawVersion(String wireName, LocalDate effectiveFrom) {
        this.wireName = wireName;
        this.effectiveFrom = effectiveFrom;
    }

    public static LawVersion on(LocalDate received) {
        return received.isBefore(XZFY_2023.effectiveFrom) ? XZFY_2017 : XZFY_2023;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    @JsonCreator
    public static LawVersion of(String wireName) {
        for (var version : values()) if (version.wireName.equals(wireName)) return version;
        throw new IllegalArgumentException(wireName);
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
