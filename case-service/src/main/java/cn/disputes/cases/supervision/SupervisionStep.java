package cn.disputes.cases.supervision;

import cn.disputes.cases.casefile.StepBody;
import cn.disputes.contract.codes.Code;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a supervision document; RECTIFIED here is the agency's rectification (整改), verified. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SupervisionStep(
        @NotNull(message = "不能为空 | Must be given") Type type,
        @NotNull(message = "不能为空 | Must be given") LocalDate on,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note)
        implements StepBody<SupervisionStep> {
    /** What may happen to a supervision document. */
    @Schema(name = "SupervisionStepType")
    public enum Type implements Code {
        /** The issue itself; it opens every history and cannot be posted. */
        ISSUED("制发", "issued"),
        /** The agency has received it; the sixty days run from here. */
        SERVED("送达", "served"),
        REMINDED("督促", "reminded"),
        REPORTED("反馈", "reported (Art. 76)"),
        RECTIFIED("整改到位", "rectified");

        private final String zh;
        private final String en;

        Type(String zh, String en) {
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

    @Override
    @JsonIgnore
    public Integer step() {
        return null;
    }

    @Override
    @JsonIgnore
    public SupervisionStep replacement() {
        return null;
    }

    @Override
    public boolean rectifies() {
        return false;
    }
}
