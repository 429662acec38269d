package cn.disputes.stats.release;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.release.Restatement.Because;
import cn.disputes.stats.release.Restatement.Effect;
import cn.disputes.stats.release.Restatement.Moved;
import cn.disputes.stats.release.Restatement.Why;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Says of each case that moved what moved it. */
final class Explaining {
    private final Handle h;
    private final Release release;
    private final Map<UUID, SealedCase> sealed = new HashMap<>();

    Explaining(Handle h, ReleaseStore.Stored stored) {
        this.h = h;
        this.release = stored.release();
        stored.cases().cases().forEach(one -> sealed.put(one.id(), one));
    }

    List<Moved> explain(Collection<UUID> ids, Map<UUID, List<Effect>> effects) {
        var now = FactReader.now(h, ids);
        var unsealed = ids.stream().filter(id -> !sealed.containsKey(id)).toList();
        var then = FactReader.at(h, unsealed, release.sealedAt());
        return ids.stream()
                .map(id -> moved(id, sealed.getOrDefault(id, then.get(id)), now.get(id), effects.get(id)))
                .toList();
    }

    private Moved moved(UUID id, SealedCase was, SealedCase is, List<Effect> effects) {
        var shown = is == null ? was : is;
        var changes = was == null || is == null ? List.<Restatement.Change>of() : FactChanges.between(was, is);
        var because = changes.isEmpty() && was != null && is != null ? related(is) : List.<Because>of();
        var why = why(was, is, changes, because, effects);
        return new Moved(
                id,
                shown.kind(),
                shown.caseNumber(),
                shown.regionCode(),
                why,
                why.zh(),
                changes,
                because.isEmpty() ? null : because,
                effects);
    }

    private Why why(
            SealedCase was,
            SealedCase is,
            List<Restatement.Change> changes,
            List<Because> because,
            List<Effect> effects) {
        if (was == null) return Why.NEW;
        if (is == null) return Why.GONE;
        if (!changes.isEmpty()) return Why.CHANGED;
        // recorded before the sealing, but the feed brought it after
        if (because.isEmpty() && !sealed.containsKey(is.id())) return Why.NEW;
        return because.isEmpty() && effects.stream().anyMatch(this::redefined) ? Why.DEFINITION : Why.RELATED;
    }

    private boolean redefined(Effect effect) {
        var then = release.definition(effect.indicator()).map(Release.Definition::version);
        return !then.equals(Indicators.find(effect.indicator()).map(Indicator::version));
    }

    /** Cases that name it, or that it names, of which something was learned since. */
    private List<Because> related(SealedCase one) {
        var numbers = Stream.of(
                        one.caseNumber(),
                        one.fact().path("previous_case_number").asText(null),
                        one.fact().path("reconsideration_case_number").asText(null))
                .filter(number -> number != null)
                .distinct()
                .toArray();
        return h.createQuery(
                        """
                        SELECT id, kind, case_number, known_from FROM fact
                        WHERE id <> :self AND known_to IS NULL AND known_from > :sealedAt
                          AND (reconsideration_case_number = ANY (CAST(:numbers AS text[]))
                               OR previous_case_number = ANY (CAST(:numbers AS text[]))
                               OR case_number = ANY (CAST(:numbers AS text[])))
                        ORDER BY known_from, case_number LIMIT 20""")
                .bind("self", one.id())
                .bind("sealedAt", release.sealedAt().atOffset(ZoneOffset.UTC))
                .bindArray("numbers", String.class, numbers)
                .map((row, ctx) -> new Because(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("case_number"),
                        row.getObject("known_from", OffsetDateTime.class).toInstant()))
                .list();
    }
}
