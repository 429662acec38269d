package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What kept an applicant from applying (障碍): the period to apply goes on from the day it was gone (Art. 20 para 2; 2017
 * Art. 9 para 2).
 *
 * @param from its first day
 * @param to the day it was gone, which counts again
 * @param reason what it was; needed for OTHER_JUSTIFIED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Obstacle(
        @NotNull(message = "不能为空 | Must be given") Kind kind,
        @NotNull(message = "不能为空 | Must be given") LocalDate from,
        @NotNull(message = "不能为空 | Must be given") LocalDate to,
        @Size(max = 500, message = "最多500字 | At most 500 characters") String reason) {
    /** The two grounds of the law. */
    @Schema(name = "ObstacleKind")
    public enum Kind implements Code {
        FORCE_MAJEURE("不可抗力", "force majeure"),
        OTHER_JUSTIFIED("其他正当理由", "another justified reason");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
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
