package cn.disputes.stats.forms;

import static cn.disputes.stats.Cases.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import cn.disputes.stats.printing.FileFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FormSheetTest {
    @Inject
    Jdbi jdbi;

    /** Read by another library than the one that writes it. */
    @Test
    void printsTheLayoutOfTheForm() throws IOException {
        Told.empty(jdbi);
        Cases.apply(
                jdbi,
                Cases.reconsideration("R1", "2022-02-01").concluded("2022-03-01", "REVOKED"),
                Cases.reconsideration("=cmd()", "2022-06-01").concluded("2021-06-01", "UPHELD"));
        var answer = as("statistician")
                .accept(FileFormat.XLSX)
                .get("/v1/forms/GFFTZ-1?from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .contentType(FileFormat.XLSX)
                .extract();
        assertTrue(answer.header("Content-Disposition").contains(".xlsx"));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            assertEquals("行政复议案件统计报表", text(sheet, 0, 0));
            assertEquals("表　　号：国法复统字1号", text(sheet, 1, 0));
            assertTrue(text(sheet, 2, 0).contains("制表机关：国务院法制办公室"));
            assertEquals("填报单位：金华市　　统计时期：2022年", text(sheet, 3, 0));
            var width = sheet.getRow(4).getLastCellNum();
            assertEquals("计量单位：件", text(sheet, 3, width - 1));
            // four levels of headings, the corner over all of them, 终止 over 撤回申请 over its two
            assertTrue(sheet.getMergedRegions().contains(new CellRangeAddress(4, 7, 0, 0)));
            assertMerged(sheet, "上期结转", 3, 1);
            assertMerged(sheet, "本期新收", 1, 4);
            assertMerged(sheet, "撤回申请", 2, 1);
            assertEquals("甲", text(sheet, 8, 0));
            assertEquals(String.valueOf(width - 1), text(sheet, 8, width - 1));
            var pane = sheet.getPaneInformation();
            assertTrue(pane.isFreezePane()
                    && pane.getHorizontalSplitPosition() == 9
                    && pane.getVerticalSplitPosition() == 1);
            assertEquals("总计", text(sheet, 9, 0));
            assertEquals(2, sheet.getRow(9).getCell(column(sheet, "本期新收")).getNumericCellValue());
            assertEquals("—", text(sheet, 9, column(sheet, "国务院部门")));
            assertTrue(everything(sheet).contains("单位负责人：") && everything(sheet).contains("填表人："));
            assertTrue(sheet.getPrintSetup().getLandscape());
            var checks = everything(workbook.getSheetAt(1));
            assertTrue(checks.contains("不平衡") && checks.contains("'=cmd()") && checks.contains("左边"), checks);
        }
    }

    /** What stands in a cell without the cases that do not say is said below, as it is in the answer's JSON. */
    @Test
    void saysWhichSumsMayBeShort() throws IOException {
        Told.empty(jdbi);
        Cases.apply(
                jdbi,
                Cases.reconsideration("R1", "2022-02-01").with("particulars", Map.of("claimants", 3)),
                Cases.reconsideration("R2", "2022-06-01"));
        var answer = as("statistician")
                .accept(FileFormat.XLSX)
                .get("/v1/forms/GFFTZ-1?from=2022-01&to=2022-12")
                .then()
                .statusCode(200)
                .extract();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            var said = everything(workbook.getSheetAt(0));
            assertTrue(said.contains("说明：“总计”第") && said.contains("栏另有1件案件登记中没有该项数据，未计入。"), said);
        }
    }

    private static void assertMerged(Sheet sheet, String label, int columns, int rows) {
        var at = column(sheet, label);
        var merged = sheet.getMergedRegions().stream()
                .filter(r -> r.getFirstColumn() == at
                        && text(sheet, r.getFirstRow(), at).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not merged"));
        assertEquals(columns, merged.getLastColumn() - merged.getFirstColumn() + 1, label);
        assertEquals(rows, merged.getLastRow() - merged.getFirstRow() + 1, label);
    }

    private static int column(Sheet sheet, String label) {
        for (var row = 4; row < 8; row++) {
            for (var c = 0; c < sheet.getRow(row).getLastCellNum(); c++)
                if (text(sheet, row, c).equals(label)) return c;
        }
        throw new AssertionError("no heading " + label);
    }

    private static String everything(Sheet sheet) {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .filter(r -> sheet.getRow(r) != null)
                .mapToObj(r -> IntStream.range(0, Math.max(0, sheet.getRow(r).getLastCellNum()))
                        .mapToObj(c -> text(sheet, r, c))
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Sheet sheet, int row, int column) {
        var cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
        return cell == null ? "" : cell.toString();
    }
}
