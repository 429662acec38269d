package cn.disputes.alerts.alert;

import cn.disputes.alerts.source.Mandate;
import cn.disputes.contract.problem.BodyFaults;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;

/** Makes an alert of what was posted, or says what is wrong with it. */
@ApplicationScoped
class AlertReader {
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    AlertReader(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The alert as it is stored; a {@link ProblemException} names the field at fault.
     *
     * @param by whose token it came with
     */
    Alert read(JsonNode posted, RegionScope scope, String by, Map<String, Mandate> mandates) {
        var alert = parse(posted);
        var violations = validator.validate(alert);
        if (!violations.isEmpty()) {
            var refusal = new ProblemException(GeneralProblem.INVALID_INPUT);
            violations.stream()
                    .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                    .forEach(v -> {
                        var parts = v.getMessage().split("\\s*\\|\\s*", 2);
                        refusal.field(v.getPropertyPath().toString(), parts[0], parts[parts.length - 1]);
                    });
            throw refusal;
        }
        var today = LocalDate.now(clock);
        var numbered = alert.numbered(AlertRules.caseNumber(alert.litigationCaseNumber(), today));
        var mandate = mandates.get(alert.source());
        if (mandate != null) mandate.requireSpeaker(by);
        AlertRules.check(
                numbered, scope, mandate == null || mandate.covers(alert.regionCode()), today, clock.instant());
        return numbered;
    }

    private Alert parse(JsonNode posted) {
        if (posted == null || !posted.isObject()) throw new ProblemException(GeneralProblem.MALFORMED_BODY);
        try {
            return json.treeToValue(posted, Alert.class);
        } catch (JacksonException unreadable) {
            throw BodyFaults.of(unreadable);
        }
    }

    /** The source a row claims to come from, as far as it can be read. */
    static String source(JsonNode posted) {
        return text(posted, "source", 100);
    }

    /** A field of a row that may be anything; null unless it is a text that can be kept. */
    static String text(JsonNode posted, String field, int most) {
        if (posted == null || !posted.path(field).isTextual()) return null;
        var value = posted.path(field).textValue();
        return value.isBlank() || value.length() > most || value.indexOf('\0') >= 0 || lone(value) ? null : value;
    }

    private static boolean lone(String value) {
        return value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
