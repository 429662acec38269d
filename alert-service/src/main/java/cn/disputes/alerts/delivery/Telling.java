package cn.disputes.alerts.delivery;

import java.util.Map;

/**
 * What a notice says on the day it is sent.
 *
 * @param zh whole sentences, Chinese
 * @param en the same in English
 * @param facts the same as data; names no private person
 * @param moot why there is nothing left to tell, null while there is
 */
public record Telling(String titleZh, String titleEn, String zh, String en, Map<String, Object> facts, String moot) {
    public static Telling of(String titleZh, String titleEn, String zh, String en, Map<String, Object> facts) {
        return new Telling(titleZh, titleEn, zh, en, facts, null);
    }

    /** @param reason ANSWERED, ACKNOWLEDGED, WITHDRAWN, CLOSED or GONE */
    public static Telling moot(String reason) {
        return new Telling(null, null, null, null, Map.of(), reason);
    }
}
