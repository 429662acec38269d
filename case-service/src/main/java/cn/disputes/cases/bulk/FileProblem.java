package cn.disputes.cases.bulk;

import cn.disputes.contract.problem.ProblemCode;

/** Why a whole file cannot be read. */
public enum FileProblem implements ProblemCode {
    FILE_EMPTY(400, "文件没有表头", "The file has no header row"),
    HEADER_MISSING(400, "文件第一行不是表头：没有一列是已知的", "The first row is no header: none of its columns is known"),
    HEADER_UNKNOWN(400, "表头中没有这一列：{0}", "The header names a column there is none of: {0}"),
    HEADER_TWICE(400, "表头中有重复的列：{0}", "The header names a column twice: {0}"),
    TOO_MANY_COLUMNS(400, "列数过多", "Too many columns"),
    FILE_UNREADABLE(400, "文件无法按所声明的类型读取", "The file cannot be read as the type it claims"),
    FILE_TOO_LARGE(413, "文件解压后过大", "The file is too large once unpacked"),
    TOO_MANY_STRINGS(
            413,
            "工作簿的共享字符串表过大，请另存为 CSV 后提交",
            "The workbook's table of shared strings is too large; save it as CSV and send that"),
    BODY_TOO_LARGE(413, "文件超过 {0} MB", "The file is larger than {0} MB"),
    BODY_CUT_OFF(400, "文件未能完整接收", "The file did not arrive whole");

    private final Words words;

    FileProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
