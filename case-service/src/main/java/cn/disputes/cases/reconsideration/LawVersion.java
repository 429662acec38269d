package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** Which text of the Reconsideration Law governs a case: chosen by the day the application was received. */
public enum LawVersion {
    XZFY_2017("XZFY-2017"),
    /** In force from 2024-01-01 (Art. 90). */
    XZFY_2023("XZFY-2023");

    private static final LocalDate REVISION = LocalDate.of(2024, 1, 1);

    private final String wireName;

    LawVersion(String wireName) {
        this.wireName = wireName;
    }

    public static LawVersion on(LocalDate received) {
        return received.isBefore(REVISION) ? XZFY_2017 : XZFY_2023;
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
