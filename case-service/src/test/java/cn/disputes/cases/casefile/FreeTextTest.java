package cn.disputes.cases.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"ACCEPTED\",\"on\":\"2025-03-05\",\"days\":30} | {\"type\":\"ACCEPTED\",\"on\":\"2025-03-05\",\"days\":30}",
                "{\"note\":\"合成甲来电\",\"redo\":true} | {\"note\":\"#\",\"redo\":true}",
                "{\"items\":[\"身份证330702180001010015\",\"A1\"]} | {\"items\":[\"#\",\"A1\"]}",
                "{\"replacement\":{\"reason\":\"合成甲\",\"on\":\"2025-03-05\"}} | {\"replacement\":{\"reason\":\"#\",\"on\":\"2025-03-05\"}}",
                "[\"330702180001010015\",\"13800001234\",\"057982345678\"] | [\"#\",\"#\",\"#\"]",
                "[\"11330700002592265Y\",\"7\",\"2025-03-05T09:00:00+08:00\"] | [\"11330700002592265Y\",\"7\",\"2025-03-05T09:00:00+08:00\"]",
                "[\"01890000-0000-7000-8000-000000000001\",\"zhang san\",\"Zhang\",\"\"] | [\"01890000-0000-7000-8000-000000000001\",\"#\",\"#\",\"#\"]",
                "[\"+10000-01-01\",\"-0001-12-31\",\"10000-01-01\",\"+999999999-12-31T00:00:00Z\"] | [\"+10000-01-01\",\"-0001-12-31\",\"10000-01-01\",\"+999999999-12-31T00:00:00Z\"]",
                "[\"330702180001010015-01-01\",\"13800001234-01-01\",\"123-01-01\"] | [\"#\",\"#\",\"#\"]",
                "{\"ground\":null} | {\"ground\":null}"
            })
    void onlyCodesDatesAndNumbersStay(String before, String after) throws JsonProcessingException {
        assertEquals(
                after, FreeText.replaced(EventJson.MAPPER.readTree(before), "#").toString());
    }
}
