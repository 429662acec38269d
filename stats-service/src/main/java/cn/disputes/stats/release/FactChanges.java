package cn.disputes.stats.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What is recorded of a case otherwise than it was. */
final class FactChanges {
    /** Which say that something changed and not what, or follow from other cases and not from this one. */
    private static final Set<String> BOOKKEEPING = Set.of("version", "id", "sued", "standing");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("case_number", "案号"),
            Map.entry("region_code", "行政区划"),
            Map.entry("agency_code", "行政机关"),
            Map.entry("actor_code", "实施主体"),
            Map.entry("domain", "行政管理领域"),
            Map.entry("act_type", "行政行为种类"),
            Map.entry("court", "法院"),
            Map.entry("instance", "审级"),
            Map.entry("status", "状态"),
            Map.entry("sub_kind", "类别"),
            Map.entry("received_on", "收案日期"),
            Map.entry("accepted_on", "受理日期"),
            Map.entry("due_on", "期限"),
            Map.entry("concluded_on", "结案日期"),
            Map.entry("outcome", "结果"),
            Map.entry("outcome_ground", "结案原因"),
            Map.entry("served_on", "送达日期"),
            Map.entry("effective_on", "生效日期"),
            Map.entry("reconsideration_case_number", "复议案号"),
            Map.entry("previous_case_number", "前一审级案号"),
            Map.entry("hearings", "开庭次数"),
            Map.entry("head_hearings", "负责人出庭次数"),
            Map.entry("principal_hearings", "正职出庭次数"),
            Map.entry("excused_hearings", "有正当理由未出庭次数"),
            Map.entry("co_defendants", "共同被告"),
            Map.entry("agency_level", "机关级别"),
            Map.entry("agency_kind", "机关类别"),
            Map.entry("team", "承办团队"),
            Map.entry("claimants", "申请人、原告人数"),
            Map.entry("organisations", "其中组织"),
            Map.entry("channel", "申请方式"),
            Map.entry("procedure", "程序"),
            Map.entry("law_version", "适用法律版本"),
            Map.entry("amount_in_dispute", "争议金额"),
            Map.entry("compensated", "行政赔偿"),
            Map.entry("compensation_amount", "赔偿金额"),
            Map.entry("assigned_on", "首次交办"),
            Map.entry("closed_on", "办结日期"));

    private FactChanges() {}

    static List<Restatement.Change> between(SealedCase before, SealedCase after) {
        var fields = new TreeSet<String>();
        before.fact().fieldNames().forEachRemaining(fields::add);
        after.fact().fieldNames().forEachRemaining(fields::add);
        fields.removeAll(BOOKKEEPING);
        var changes = new ArrayList<Restatement.Change>();
        for (var field : fields) {
            var was = text(before.fact().get(field));
            var is = text(after.fact().get(field));
            // a column that came with a later version of the service says nothing of the case
            var added = !before.fact().has(field);
            if (!added && !Objects.equals(was, is))
                changes.add(new Restatement.Change(field, NAMES.getOrDefault(field, field), was, is));
        }
        return changes;
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) return null;
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
