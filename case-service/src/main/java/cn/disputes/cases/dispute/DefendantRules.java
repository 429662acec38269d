package cn.disputes.cases.dispute;

import static cn.disputes.cases.dispute.DefendantSide.ORIGINAL_AGENCY;
import static cn.disputes.cases.dispute.DefendantSide.RECONSIDERATION_AUTHORITY;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who is sued after a reconsideration, and before which court: Administrative Litigation Law Art. 15 and 26, interpretation
 * (解释) Art. 22 and 133 to 136.
 */
final class DefendantRules {
    /**
     * One way to sue.
     *
     * @param defendants both: co-defendants (共同被告)
     */
    record Choice(SuedMatter sued, Set<DefendantSide> defendants, CourtLevel court) {}

    /**
     * Who can be sued and why.
     *
     * @param choices none while no suit lies
     * @param dependsOn facts not said that would change the answer
     */
    record Answer(DefendantBasis basis, List<Choice> choices, List<String> dependsOn) {}

    private DefendantRules() {}

    static Answer of(DefendantFacts facts) {
        var basis = basis(facts);
        return new Answer(basis, choices(basis, facts), open(facts));
    }

    private static DefendantBasis basis(DefendantFacts facts) {
        if (facts.outcome() == null) return facts.overdue() ? DefendantBasis.NO_DECISION : DefendantBasis.PENDING;
        return switch (facts.outcome()) {
            case UPHELD, CLAIM_REJECTED -> DefendantBasis.UPHELD;
            case APPLICATION_REJECTED -> rejected(facts);
            case CHANGED -> changed(facts, is(facts.resultUnchanged()) ? DefendantBasis.RESULT_UNCHANGED : null);
            case CONFIRMED_UNLAWFUL -> changed(facts, is(facts.procedural()) ? DefendantBasis.PROCEDURAL_ONLY : null);
            case REVOKED, PARTLY_REVOKED, CONFIRMED_VOID, ORDERED_TO_PERFORM, AGREEMENT_REMEDY -> changed(facts, null);
            case REFUSED -> DefendantBasis.NOT_ADMITTED;
            case WITHDRAWN, TERMINATED, ABANDONED, TRANSFERRED -> DefendantBasis.ENDED;
            case MEDIATED -> DefendantBasis.SETTLED;
        };
    }

    private static DefendantBasis changed(DefendantFacts facts, DefendantBasis likeUpheld) {
        if (likeUpheld != null) return likeUpheld;
        return is(facts.mixed()) ? DefendantBasis.MIXED : DefendantBasis.CHANGED;
    }

    /**
     * Since 2024 an application is rejected only where it should not have been accepted (2023 Art. 33); before, also where
     * there was no duty to perform, which upholds (解释 Art. 133).
     */
    private static DefendantBasis rejected(DefendantFacts facts) {
        var inadmissible = facts.inadmissible() == null ? !facts.oldLaw() : facts.inadmissible();
        return inadmissible ? DefendantBasis.NOT_ADMITTED : DefendantBasis.UPHELD;
    }

    private static List<Choice> choices(DefendantBasis basis, DefendantFacts facts) {
        return switch (basis) {
            case UPHELD, RESULT_UNCHANGED, PROCEDURAL_ONLY, MIXED -> List.of(both(facts));
            case CHANGED -> List.of(authority(SuedMatter.RECONSIDERATION_DECISION, facts));
            case NOT_ADMITTED -> List.of(original(facts), authority(SuedMatter.RECONSIDERATION_DECISION, facts));
            case NO_DECISION -> List.of(original(facts), authority(SuedMatter.RECONSIDERATION_INACTION, facts));
            case ENDED -> List.of(original(facts));
            case SETTLED, PENDING -> List.of();
        };
    }

    /** The level follows the agency that acted (解释 Art. 134). */
    private static Choice both(DefendantFacts facts) {
        return new Choice(
                SuedMatter.ACT_AND_DECISION, EnumSet.allOf(DefendantSide.class), level(facts.originalIsGovernment()));
    }

    private static Choice original(DefendantFacts facts) {
        return new Choice(SuedMatter.ORIGINAL_ACT, EnumSet.of(ORIGINAL_AGENCY), level(facts.originalIsGovernment()));
    }

    private static Choice authority(SuedMatter sued, DefendantFacts facts) {
        return new Choice(sued, EnumSet.of(RECONSIDERATION_AUTHORITY), level(facts.authorityIsGovernment()));
    }

    /** Art. 15: acts of a county government or one above it go to the intermediate court. */
    private static CourtLevel level(boolean government) {
        return government ? CourtLevel.INTERMEDIATE : CourtLevel.BASIC;
    }

    private static List<String> open(DefendantFacts facts) {
        if (facts.outcome() == null) return List.of();
        return switch (facts.outcome()) {
            case CHANGED -> facts.resultUnchanged() == null ? List.of("resultUnchanged") : List.of();
            case CONFIRMED_UNLAWFUL -> facts.procedural() == null ? List.of("procedural") : List.of();
            case PARTLY_REVOKED -> facts.mixed() == null ? List.of("mixed") : List.of();
            case APPLICATION_REJECTED ->
                facts.oldLaw() && facts.inadmissible() == null ? List.of("inadmissible") : List.of();
            default -> List.of();
        };
    }

    /**
     * Whether the agencies sued are those of one of the choices; true while no suit lies or nothing can be said.
     *
     * @param authority its code, null when the register of agencies lacks it
     */
    static boolean fits(Answer answer, Collection<String> sued, String original, String authority) {
        return answer.choices().isEmpty()
                || answer.choices().stream().anyMatch(choice -> fits(choice, sued, original, authority));
    }

    private static boolean fits(Choice choice, Collection<String> sued, String original, String authority) {
        if (choice.defendants().contains(ORIGINAL_AGENCY) != sued.contains(original)) return false;
        var others = sued.stream().anyMatch(code -> !code.equals(original));
        var authoritySued = authority == null ? others : sued.contains(authority);
        return choice.defendants().contains(RECONSIDERATION_AUTHORITY) == authoritySued;
    }

    /** Whether a name is that of a people's government of a county or above; townships are not. */
    static boolean isCountyGovernmentOrAbove(String name) {
        return name.endsWith("人民政府") && !name.endsWith("镇人民政府") && !name.endsWith("乡人民政府");
    }

    private static boolean is(Boolean fact) {
        return Boolean.TRUE.equals(fact);
    }
}
