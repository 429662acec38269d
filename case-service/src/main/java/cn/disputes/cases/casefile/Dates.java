package cn.disputes.cases.casefile;

import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;

/** The dates of an imported row: each not before the one it follows and none in the future. */
public final class Dates {
    private final LocalDate today;
    private String lastColumn;
    private LocalDate last;

    public Dates(LocalDate today) {
        this.today = today;
    }

    public Dates next(String column, LocalDate date) {
        if (date == null) return this;
        if (date.isAfter(today)) throw ProblemException.invalid(column, "不能晚于今天", "Must not be in the future");
        if (last != null && date.isBefore(last)) {
            throw ProblemException.invalid(column, "不能早于 " + lastColumn, "Must not be before " + lastColumn);
        }
        last = date;
        lastColumn = column;
        return this;
    }
}
