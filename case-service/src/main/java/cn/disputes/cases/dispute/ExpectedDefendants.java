package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rules on defendants applied to a registered reconsideration, with the names of the agencies. */
@ApplicationScoped
public class ExpectedDefendants {
    /** What the register does not know of a decision, as the caller says it; null: not said. */
    public record Said(Boolean resultUnchanged, Boolean procedural, Boolean mixed, Boolean inadmissible) {
        public static final Said NOTHING = new Said(null, null, null, null);
    }

    private final DisputeStore store;
    private final DecisionClock decisions;
    private final Clock clock;

    ExpectedDefendants(DisputeStore store, DecisionClock decisions, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.clock = clock;
    }

    public DefendantAnswer of(Handle h, Reconsideration reconsideration, Said said) {
        var rule = rule(h, reconsideration, said);
        var original = new DefendantAnswer.Defendant(
                DefendantSide.ORIGINAL_AGENCY, reconsideration.respondentCode(), reconsideration.respondentName());
        var government = authority(h, reconsideration);
        var authority = new DefendantAnswer.Defendant(
                DefendantSide.RECONSIDERATION_AUTHORITY, government.code(), government.name());
        var basis = rule.basis();
        return new DefendantAnswer(
                reconsideration.caseNumber(),
                reconsideration.outcome(),
                new DefendantAnswer.Basis(basis.name(), basis.article(), basis.zh(), basis.en()),
                rule.choices().stream().map(c -> shown(c, original, authority)).toList(),
                rule.dependsOn());
    }

    /** Whether the agencies sued may be those of the law. */
    public boolean fit(Handle h, Reconsideration reconsideration, Collection<String> sued) {
        return DefendantRules.fits(
                rule(h, reconsideration, Said.NOTHING),
                sued,
                reconsideration.respondentCode(),
                authority(h, reconsideration).code());
    }

    private DefendantRules.Answer rule(Handle h, Reconsideration reconsideration, Said said) {
        return DefendantRules.of(new DefendantFacts(
                reconsideration.outcome(),
                overdue(h, reconsideration),
                !"XZFY-2023".equals(reconsideration.lawVersion()),
                said.resultUnchanged(),
                said.procedural(),
                said.mixed(),
                said.inadmissible(),
                DefendantRules.isCountyGovernmentOrAbove(reconsideration.respondentName()),
                // a reconsideration is heard by the government of its region (2023 Art. 24)
                true));
    }

    /** Asked only of what is undecided: of a decision it makes no difference when it came. */
    private boolean overdue(Handle h, Reconsideration reconsideration) {
        return reconsideration.outcome() == null
                && decisions
                        .ranOut(h, reconsideration.id(), LocalDate.now(clock))
                        .isPresent();
    }

    private NamedAgency authority(Handle h, Reconsideration reconsideration) {
        var region = reconsideration.regionCode();
        return store.government(h, region)
                .orElseGet(() -> new NamedAgency(
                        null, Regions.find(region).map(Regions.Region::name).orElse(region) + "人民政府"));
    }

    private static DefendantAnswer.Choice shown(
            DefendantRules.Choice choice, DefendantAnswer.Defendant original, DefendantAnswer.Defendant authority) {
        var defendants = List.of(original, authority).stream()
                .filter(defendant -> choice.defendants().contains(defendant.side()))
                .toList();
        var both = defendants.size() == 2;
        return new DefendantAnswer.Choice(
                choice.sued(),
                defendants,
                both,
                choice.court(),
                both ? "解释 Art. 134" : choice.court() == CourtLevel.BASIC ? "行诉法 Art. 14" : "行诉法 Art. 15");
    }
}
