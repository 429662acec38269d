package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as it is shown.
 *
 * @param ofLeader made of the mail address or webhook in the leader's own entry
 * @param failures failed tries since the last success
 * @param secret what webhooks are signed with (Standard Webhooks); shown once, when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Subscription")
public record SubscriptionView(
        String id,
        String owner,
        Channel channel,
        String target,
        Set<NoticeKind> kinds,
        Set<RiskLevel> levels,
        Set<Audience> audiences,
        String regionCode,
        String agencyCode,
        SubscriptionRequest.QuietHours quietHours,
        SubscriptionRequest.Digest digest,
        boolean paused,
        boolean ofLeader,
        int failures,
        String secret) {

    static SubscriptionView of(Subscription s, String secret) {
        var hours = s.hours();
        return new SubscriptionView(
                s.id(),
                s.owner(),
                s.channel(),
                s.target(),
                s.kinds(),
                s.levels(),
                s.audiences(),
                s.regionCode(),
                s.agencyCode(),
                hours.quietFrom() == null
                        ? null
                        : new SubscriptionRequest.QuietHours(hours.quietFrom(), hours.quietTo()),
                hours.digestMinutes() == null && hours.digestHour() == null
                        ? null
                        : new SubscriptionRequest.Digest(hours.digestMinutes(), hours.digestHour()),
                s.paused(),
                s.ofLeader(),
                s.failures(),
                secret);
    }

    /** Whether a change would change nothing. */
    static boolean same(Subscription present, Subscription wanted) {
        return of(present, null).settings().equals(of(wanted, null).settings());
    }

    private SubscriptionView settings() {
        return new SubscriptionView(
                id,
                owner,
                channel,
                target,
                kinds,
                levels,
                audiences,
                regionCode,
                agencyCode,
                quietHours,
                digest,
                paused,
                ofLeader,
                0,
                null);
    }
}
