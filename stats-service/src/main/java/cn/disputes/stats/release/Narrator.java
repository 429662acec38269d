package cn.disputes.stats.release;

import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.narrative.Prose;
import cn.disputes.stats.narrative.Summary;
import cn.disputes.stats.printing.Periods;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A release in words. Every number in them is counted again from the sealed cases before it is said. */
final class Narrator {
    private static final List<String> RECONSIDERATION = List.of(
            "RECONSIDERATIONS_PENDING",
            "CORRECTION_RATE",
            "COMPREHENSIVE_CORRECTION_RATE",
            "RECONSIDERATION_SETTLEMENT_RATE",
            "ON_TIME_RATE");
    private static final List<String> LITIGATION = List.of(
            "FIRST_INSTANCE_CONCLUDED",
            "FIRST_INSTANCE_LOST",
            "LOSS_RATE",
            "LITIGATION_SETTLEMENT_RATE",
            "HEAD_APPEARANCE_RATE",
            "PRINCIPAL_APPEARANCE_RATE");
    private static final List<String> OF_REGIONS = List.of("LOSS_RATE", "HEAD_APPEARANCE_RATE");

    /**
     * The words and the numbers in them.
     *
     * @param hash seal of the release they are bound to
     */
    public record Narrative(UUID release, long number, String hash, List<String> paragraphs, List<Bound> numbers) {
        String text() {
            return String.join("\n\n", paragraphs) + "\n";
        }
    }

    /**
     * A number in the words and the figure it is.
     *
     * @param paragraph from 0
     * @param at where in the paragraph it begins, in UTF-16 units
     * @param part VALUE, or CHANGE since the same months of the year before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bound(
            int paragraph,
            int at,
            String text,
            String indicator,
            String definitionVersion,
            UUID release,
            YearMonth from,
            YearMonth to,
            String regionCode,
            Map<String, String> group,
            Prose.Part part) {}

    private final ReleaseStore.Stored stored;
    private final Release release;

    private Narrator(ReleaseStore.Stored stored) {
        this.stored = stored;
        this.release = stored.release();
    }

    static Narrative narrate(ReleaseStore.Stored stored) {
        return new Narrator(stored).narrate();
    }

    private Narrative narrate() {
        var prose = new Prose();
        Summary.write(prose, Periods.zh(release.from(), release.to()), release.regionName(), this::total);
        paragraph(prose, "行政复议方面：", RECONSIDERATION);
        paragraph(prose, "行政应诉方面：", LITIGATION);
        OF_REGIONS.forEach(code -> regions(prose, code));
        SealedFeeds.sentence(release).ifPresent(said -> prose.paragraph().say(said));
        var recount = Recount.of(release, stored.cases());
        prose.numbers().forEach(n -> recount.require(n.indicator(), n.group(), n.value()));
        return new Narrative(
                release.id(),
                release.number(),
                stored.hash(),
                prose.paragraphs(),
                prose.numbers().stream().map(this::bound).toList());
    }

    private Bound bound(Prose.Number n) {
        var version = release.definition(n.indicator())
                .map(Release.Definition::version)
                .orElse(release.definitionVersion());
        return new Bound(
                n.paragraph(),
                n.at(),
                n.text(),
                n.indicator(),
                version,
                release.id(),
                release.from(),
                release.to(),
                n.group().getOrDefault("region", release.regionCode()),
                n.group(),
                n.part());
    }

    private Figure.Value total(String code) {
        return release.total().rows().get(0).values().get(code);
    }

    private void paragraph(Prose prose, String lead, List<String> codes) {
        var shown = codes.stream()
                .filter(code -> total(code) != null && total(code).value() != null)
                .toList();
        if (shown.isEmpty()) return;
        prose.paragraph().say(lead);
        for (var i = 0; i < shown.size(); i++) {
            var code = shown.get(i);
            prose.say(i == 0 ? "" : "；")
                    .say(name(code))
                    .value(code, total(code))
                    .say(counted(code) ? "件" : "")
                    .change(code, total(code));
        }
        prose.say("。");
    }

    /** Each county's rate, counties without a case left out. */
    private void regions(Prose prose, String code) {
        var rows = release.byRegion().rows().stream()
                .filter(row ->
                        row.values().get(code) != null && row.values().get(code).value() != null)
                .toList();
        if (rows.size() < 2) return;
        prose.paragraph().say("各县（市、区）").say(name(code)).say("：");
        var first = true;
        for (var row : rows) {
            prose.say(first ? "" : "，")
                    .say(GroupBy.region.nameZh(row.group().get("region")))
                    .number(code, row.group(), Prose.Part.VALUE, row.values().get(code));
            first = false;
        }
        prose.say("。");
    }

    private boolean counted(String code) {
        return release.definition(code)
                .filter(d -> d.shape().equals(Indicator.Shape.COUNT.name()))
                .isPresent();
    }

    private String name(String code) {
        return release.definition(code).map(Release.Definition::zh).orElse(code);
    }
}
