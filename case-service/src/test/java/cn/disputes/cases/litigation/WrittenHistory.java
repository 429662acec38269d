package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.events.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A history as a table of a test writes it: {@code FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04}. */
final class WrittenHistory {
    private WrittenHistory() {}

    static LitigationFile fold(Instance instance, String history) {
        return LitigationFile.fold(instance, steps(history));
    }

    static List<RecordedStep<LitigationStep>> steps(String history) {
        var steps = new ArrayList<RecordedStep<LitigationStep>>();
        for (var written : history.split(";")) {
            steps.add(new RecordedStep<>(steps.size() + 1, step(written.strip()), Instant.EPOCH, "经办人"));
        }
        return steps;
    }

    static LitigationStep step(String written) {
        var words = written.split("\\s+");
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", words[0]);
        fields.put("on", words[1]);
        for (var i = 2; i < words.length; i++) put(fields, words[i].split("=", 2)[0], words[i].split("=", 2)[1]);
        return EventJson.MAPPER.convertValue(fields, LitigationStep.class);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> fields, String name, String value) {
        var dot = name.indexOf('.');
        if (dot > 0) {
            var inner = fields.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, name.substring(dot + 1), value);
        } else if (name.equals("attendees")) {
            fields.put(name, value.isEmpty() ? List.of() : Arrays.asList(value.split("\\+")));
        } else {
            fields.put(name, value);
        }
    }
}
