package cn.disputes.conventions.table;

import cn.disputes.contract.problem.ProblemException;
import java.util.Arrays;

/** The forms in which a table leaves a service. */
public enum TableFormat {
    CSV("text/csv; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase();
    }

    /** The {@code format} parameter; CSV when it is not given. */
    public static TableFormat of(String parameter) {
        if (parameter == null || parameter.isEmpty()) return CSV;
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(parameter))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("format", "应为 csv 或 xlsx", "Must be csv or xlsx"));
    }
}
