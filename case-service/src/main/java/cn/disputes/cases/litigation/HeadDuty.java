package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the head has done the duty to attend in this instance (出庭应诉义务); another instance does not count (法释〔2020〕3号
 * Art. 7).
 *
 * @param fulfilledOn day of the first hearing a head attended
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeadDuty(
        State state,
        @Schema(implementation = String.class, format = "date", nullable = true) LocalDate fulfilledOn,
        List<HearingAttendance> hearings) {
    /** How the duty of one instance stands. */
    public enum State implements Code {
        NO_HEARING("尚未开庭", "no hearing yet"),
        FULFILLED("已履行出庭应诉义务", "fulfilled"),
        EXCUSED("有正当理由未出庭", "excused"),
        UNFULFILLED("未履行出庭应诉义务", "not fulfilled");

        private final String zh;
        private final String en;

        State(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
