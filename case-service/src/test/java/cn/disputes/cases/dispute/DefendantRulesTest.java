package cn.disputes.cases.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is sued after a reconsideration: Art. 26, interpretation Art. 22 and 133 to 136. */
class DefendantRulesTest {
    private static DefendantFacts facts(ReconsiderationOutcome outcome, String said) {
        var words = said == null ? List.<String>of() : List.of(said.split(" "));
        return new DefendantFacts(
                outcome,
                words.contains("overdue"),
                words.contains("oldLaw"),
                fact(words, "resultUnchanged"),
                fact(words, "procedural"),
                fact(words, "mixed"),
                fact(words, "inadmissible"),
                words.contains("originalGovernment"),
                !words.contains("authorityDepartment"));
    }

    private static Boolean fact(List<String> words, String name) {
        if (words.contains(name)) return true;
        return words.contains("!" + name) ? Boolean.FALSE : null;
    }

    private static String shown(DefendantRules.Answer answer) {
        return answer.choices().stream()
                .map(choice -> choice.sued() + " "
                        + choice.defendants().stream()
                                .map(side -> side == DefendantSide.ORIGINAL_AGENCY ? "agency" : "authority")
                                .collect(Collectors.joining("+"))
                        + " " + choice.court())
                .collect(Collectors.joining("; "));
    }

    private static final String BOTH = "ACT_AND_DECISION agency+authority BASIC";
    private static final String AUTHORITY = "RECONSIDERATION_DECISION authority INTERMEDIATE";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "UPHELD | - | UPHELD | " + BOTH + " | ''",
                "UPHELD | originalGovernment | UPHELD | ACT_AND_DECISION agency+authority INTERMEDIATE | ''",
                "CLAIM_REJECTED | - | UPHELD | " + BOTH + " | ''",
                "CHANGED | - | CHANGED | " + AUTHORITY + " | resultUnchanged",
                "CHANGED | !resultUnchanged | CHANGED | " + AUTHORITY + " | ''",
                "CHANGED | resultUnchanged | RESULT_UNCHANGED | " + BOTH + " | ''",
                "CHANGED | !resultUnchanged mixed | MIXED | " + BOTH + " | ''",
                "REVOKED | - | CHANGED | " + AUTHORITY + " | ''",
                "REVOKED | authorityDepartment | CHANGED | RECONSIDERATION_DECISION authority BASIC | ''",
                "REVOKED | originalGovernment | CHANGED | " + AUTHORITY + " | ''",
                "REVOKED | mixed | MIXED | " + BOTH + " | ''",
                "PARTLY_REVOKED | - | CHANGED | " + AUTHORITY + " | mixed",
                "PARTLY_REVOKED | !mixed | CHANGED | " + AUTHORITY + " | ''",
                "PARTLY_REVOKED | mixed | MIXED | " + BOTH + " | ''",
                "CONFIRMED_VOID | - | CHANGED | " + AUTHORITY + " | ''",
                "CONFIRMED_UNLAWFUL | - | CHANGED | " + AUTHORITY + " | procedural",
                "CONFIRMED_UNLAWFUL | !procedural | CHANGED | " + AUTHORITY + " | ''",
                "CONFIRMED_UNLAWFUL | procedural | PROCEDURAL_ONLY | " + BOTH + " | ''",
                "ORDERED_TO_PERFORM | - | CHANGED | " + AUTHORITY + " | ''",
                "AGREEMENT_REMEDY | - | CHANGED | " + AUTHORITY + " | ''",
                // rejected: since 2024 only what should not have been accepted, before also on its merits
                "APPLICATION_REJECTED | - | NOT_ADMITTED | ORIGINAL_ACT agency BASIC; " + AUTHORITY + " | ''",
                "APPLICATION_REJECTED | !inadmissible | UPHELD | " + BOTH + " | ''",
                "APPLICATION_REJECTED | oldLaw | UPHELD | " + BOTH + " | inadmissible",
                "APPLICATION_REJECTED | oldLaw inadmissible | NOT_ADMITTED | ORIGINAL_ACT agency BASIC; " + AUTHORITY
                        + " | ''",
                "APPLICATION_REJECTED | oldLaw !inadmissible | UPHELD | " + BOTH + " | ''",
                "REFUSED | originalGovernment | NOT_ADMITTED | ORIGINAL_ACT agency INTERMEDIATE; " + AUTHORITY
                        + " | ''",
                "WITHDRAWN | - | ENDED | ORIGINAL_ACT agency BASIC | ''",
                "TERMINATED | - | ENDED | ORIGINAL_ACT agency BASIC | ''",
                "ABANDONED | - | ENDED | ORIGINAL_ACT agency BASIC | ''",
                "TRANSFERRED | - | ENDED | ORIGINAL_ACT agency BASIC | ''",
                "MEDIATED | - | SETTLED | '' | ''",
                "- | overdue | NO_DECISION | ORIGINAL_ACT agency BASIC; RECONSIDERATION_INACTION authority"
                        + " INTERMEDIATE | ''",
                "- | - | PENDING | '' | ''",
            })
    void everyOutcomeHasItsDefendants(
            ReconsiderationOutcome outcome, String said, DefendantBasis basis, String choices, String dependsOn) {
        var answer = DefendantRules.of(facts(outcome, said));
        assertEquals(basis, answer.basis());
        assertEquals(choices, shown(answer));
        assertEquals(dependsOn, String.join(" ", answer.dependsOn()));
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationOutcome.class)
    void noOutcomeIsForgotten(ReconsiderationOutcome outcome) {
        var basis = DefendantRules.of(facts(outcome, null)).basis();
        assertTrue(basis != DefendantBasis.PENDING && basis != DefendantBasis.NO_DECISION);
        assertTrue(basis.article().contains("Art. ")
                && !basis.zh().isBlank()
                && !basis.en().isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "UPHELD | agency authority | authority | true",
                "UPHELD | agency other | - | true",
                "UPHELD | agency other | authority | false",
                "UPHELD | agency | authority | false",
                "UPHELD | agency | - | false",
                "UPHELD | authority | authority | false",
                "REVOKED | authority | authority | true",
                "REVOKED | other | - | true",
                "REVOKED | other | authority | false",
                "REVOKED | agency | authority | false",
                "REVOKED | agency authority | authority | false",
                "REFUSED | agency | authority | true",
                "REFUSED | authority | authority | true",
                "REFUSED | agency authority | authority | false",
                "MEDIATED | agency | authority | true",
            })
    void theAgenciesSuedFitOrNot(ReconsiderationOutcome outcome, String sued, String authority, boolean fits) {
        var answer = DefendantRules.of(facts(outcome, null));
        assertEquals(fits, DefendantRules.fits(answer, Arrays.asList(sued.split(" ")), "agency", authority));
    }

    @ParameterizedTest
    @CsvSource({
        "义乌市人民政府, true",
        "浙江省人民政府, true",
        "武义县人民政府, true",
        "义乌市佛堂镇人民政府, false",
        "武义县大溪口乡人民政府, false",
        "金华市司法局, false",
        "义乌市人民政府办公室, false"
    })
    void aTownshipIsNoCountyGovernment(String name, boolean government) {
        assertEquals(government, DefendantRules.isCountyGovernmentOrAbove(name));
    }

    @Test
    void coDefendantsAreBothSides() {
        var choice = DefendantRules.of(facts(ReconsiderationOutcome.UPHELD, null))
                .choices()
                .get(0);
        assertEquals(2, choice.defendants().size());
    }
}
