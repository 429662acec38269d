package cn.disputes.cases.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.CourtCaseNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private static final String BUREAU = "11330700002592265Y";

    @Test
    void knowsTheBureau() {
        assertTrue(CreditCode.valid(BUREAU));
        assertFalse(CreditCode.valid(null));
        assertFalse(CreditCode.valid(BUREAU.toLowerCase()));
        assertFalse(CreditCode.valid("１1330700002592265Y"));
    }

    @Property
    void seesEveryWrongCharacterOfACreditCode(
            @ForAll @IntRange(max = 17) int at, @ForAll @CharRange(from = '0', to = '9') char other) {
        var changed = new StringBuilder(BUREAU);
        changed.setCharAt(at, other);
        assertEquals(changed.toString().equals(BUREAU), CreditCode.valid(changed.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,true",
        "330702180001010015,true",
        "330702180001010023,true",
        "330702180001010024,false",
        "330702180002300015,false",
        "33070218000101001,false",
        "１10105194912310021,false"
    })
    void checksResidentIds(String number, boolean valid) {
        assertEquals(valid, ResidentId.valid(number));
    }

    @ParameterizedTest
    @CsvSource({
        "(2022)浙0702行初12号,(2022)浙0702行初12号",
        "（2022）浙0702行初12号,(2022)浙0702行初12号",
        "（２０２２）浙０７行终１２号,(2022)浙07行终12号",
        "〔2022〕浙07行赔初3号,(2022)浙07行赔初3号",
        "(2021)最高法行申1号,(2021)最高法行申1号",
        "(2022)浙0702行初12号之一,(2022)浙0702行初12号之一"
    })
    void normalisesCourtNumbers(String written, String normal) {
        assertEquals(normal, CourtCaseNumber.parse(written).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2022)浙0702民初12号", "(22)浙0702行初12号", "(2022)浙0702行初号", "", "x", "(2022)浙0702行初12号 OR 1=1"})
    void refusesWhatIsNoAdministrativeCase(String written) {
        assertTrue(CourtCaseNumber.parse(written).isEmpty());
    }
}
