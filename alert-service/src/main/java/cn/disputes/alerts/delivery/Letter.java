package cn.disputes.alerts.delivery;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one recipient is sent at once, in the words of the moment. */
record Letter(UUID id, Instant at, List<Item> items) {
    /** The type of the body of a webhook. */
    static final String TYPE = "cn.disputes.notices.v1";

    record Item(UUID deliveryId, Notice notice, DeliveryRules.Because because, Telling telling) {}

    /** The body of a webhook, as Standard Webhooks lays it out: type, timestamp, data. */
    String json() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE);
        body.put("timestamp", at.toString());
        body.put(
                "data",
                Map.of(
                        "messageId",
                        id,
                        "items",
                        items.stream().map(Letter::item).toList()));
        try {
            return EventJson.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("letter not writable", e);
        }
    }

    private static Map<String, Object> item(Item item) {
        var n = item.notice();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("deliveryId", item.deliveryId());
        shown.put("kind", n.kind());
        shown.put("code", n.code());
        shown.put("regionCode", n.regionCode());
        shown.put("level", n.level());
        shown.put("riskCaseId", n.caseId());
        shown.put("because", item.because());
        shown.put("titleZh", item.telling().titleZh());
        shown.put("titleEn", item.telling().titleEn());
        shown.put("zh", item.telling().zh());
        shown.put("en", item.telling().en());
        shown.put("facts", item.telling().facts());
        return shown;
    }

    String subject() {
        if (items.size() == 1)
            return "【" + items.get(0).notice().kind().zh() + "】"
                    + items.get(0).telling().titleZh();
        return "【行政应诉】" + items.size() + " 项通知";
    }

    String text() {
        var text = new StringBuilder();
        for (var item : items) {
            text.append('【')
                    .append(item.notice().kind().zh())
                    .append('】')
                    .append(item.telling().titleZh());
            text.append('\n').append(item.telling().zh());
            text.append('\n')
                    .append(item.telling().titleEn())
                    .append(": ")
                    .append(item.telling().en());
            text.append("\n通知原因 / why you are told: ").append(item.because()).append("\n\n");
        }
        return text.append("消息编号 / message: ").append(id).append('\n').toString();
    }
}
