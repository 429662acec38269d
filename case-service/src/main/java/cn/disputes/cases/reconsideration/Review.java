package cn.disputes.cases.reconsideration;

import java.time.LocalDate;

/**
 * A review of an application (审查): from its receipt, or from what was corrected, to the step that ended it.
 *
 * @param leftBy null while it lasts
 */
record Review(LocalDate from, ReconsiderationStep leftBy) {
    /** The day it was left, or the day asked while it lasts. */
    LocalDate until(LocalDate today) {
        return leftBy == null ? today : leftBy.on();
    }
}
