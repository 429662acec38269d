package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.HeadAttendance;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * How the attendance at one hearing counts.
 *
 * @param findings why it counts so
 * @param courtAdviceRisk the cases of 法释〔2020〕3号 Art. 12 in which the court must send its advice (司法建议)
 * @param calledAgain the court had called the head again (Art. 7)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HearingAttendance(
        LocalDate on,
        HeadAttendance headAttendance,
        List<Hint> findings,
        List<Hint> courtAdviceRisk,
        boolean calledAgain) {}
