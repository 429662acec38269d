package cn.disputes.cases.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a case is kept beyond its term (保留).
 *
 * @param permanent for good (永久), as major cases are
 * @param placedBy {@code sub} of whoever said so
 */
public record Hold(String reason, boolean permanent, String placedBy, Instant placedAt) {
    /** As it is asked for; the reason names no person. */
    @Schema(name = "HoldWanted")
    public record Wanted(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 500, message = "最多500字 | At most 500 characters")
                    String reason,
            Boolean permanent) {}
}
