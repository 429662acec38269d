package cn.disputes.alerts.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A leader who answers for suits (包案领导).
 *
 * @param id also the {@code sub} of the leader's own token
 * @param email where the leader is told; like {@code webhook} shown to the leader and the region's coordinators alone
 * @param absences spans during which a substitute answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Leader(
        String id,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String name,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String post,
        @NotNull(message = "不能为空 | Must be given") Rank rank,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "应为18位统一社会信用代码 | Must be an 18-character credit code")
                String agencyCode,
        @Email(message = "应为邮箱地址 | Must be a mail address") String email,
        @Size(max = 500, message = "最多500字 | At most 500 characters") String webhook,
        @Size(max = 100, message = "最多100段 | At most 100")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Absence> absences) {
    /** Rank: county leader (县领导), principal (正职), deputy (副职). */
    public enum Rank {
        COUNTY,
        PRINCIPAL,
        DEPUTY
    }

    /** Both days included. */
    public record Absence(
            @NotNull(message = "不能为空 | Must be given") LocalDate from,
            @NotNull(message = "不能为空 | Must be given") LocalDate to,
            @NotBlank(message = "不能为空 | Must be given") String substituteId) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The absence (the first, where several overlap) that covers a day. */
    Optional<Absence> absenceOn(LocalDate day) {
        if (absences == null) return Optional.empty();
        return absences.stream().filter(absence -> absence.covers(day)).findFirst();
    }

    /** Who a leader is, for whoever may not know how the leader is reached. */
    @Schema(name = "NamedLeader")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(String id, String name, String post, Rank rank) {}

    Named named() {
        return new Named(id, name, post, rank);
    }

    /** An address may hold a secret of the leader's own system. */
    Leader withoutAddresses() {
        return new Leader(id, name, post, rank, regionCode, agencyCode, null, null, absences);
    }

    Leader identified(String as) {
        return new Leader(
                as, name, post, rank, regionCode, agencyCode, email, webhook, absences == null ? List.of() : absences);
    }
}
