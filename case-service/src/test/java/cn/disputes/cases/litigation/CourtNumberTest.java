package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.CourtCaseNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of administrative cases by the Supreme Court's rules on case numbers (案号). */
class CourtNumberTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "(2022)浙0702行初12号, (2022)浙0702行初12号",
                "（2022）浙0702行初12号, (2022)浙0702行初12号",
                "（２０２２）浙０７０２行初１２号, (2022)浙0702行初12号",
                "〔2022〕浙07行终3号, (2022)浙07行终3号",
                "[2022]浙行申5号, (2022)浙行申5号",
                "' (2023)最高法行再4号 ', (2023)最高法行再4号",
                "(2023)最高法知行终4号, (2023)最高法知行终4号",
                "(2022)苏8601行初7号, (2022)苏8601行初7号",
                "(2022)浙0782行赔初9号, (2022)浙0782行赔初9号",
                "(2022)浙0782行诉前调9号, (2022)浙0782行诉前调9号",
                "(2022)浙0782行审复1号, (2022)浙0782行审复1号",
                "(2022)浙0782行初9号之一, (2022)浙0782行初9号之一",
                "(2022)浙0702民初12号, -",
                "(22)浙0702行初12号, -",
                "(2022)浙0702行初号, -",
                "(2022)浙0702行初12, -",
                "(2022)浙070行初12号, -",
                "(2022)Z0702行初12号, -",
                "2022浙0702行初12号, -",
                "(2022)浙0702行初1234567890号, -",
                "金政复〔2022〕12号, -",
                "'', -"
            })
    void isReadByTheRule(String written, String normal) {
        assertEquals(normal, CourtCaseNumber.parse(written).orElse(null));
    }
}
