package cn.disputes.cases.document;

import cn.disputes.contract.problem.ProblemCode;

/** Why a document is not made or not taken. */
public enum DocumentProblem implements ProblemCode {
    FACT_MISSING(409, "案件尚无相应事实，不能制作{0}", "The case has no such step yet; {0} cannot be made"),
    TYPE_DIFFERS(415, "文件内容是 {0}，与声明的 {1} 不符", "The file is {0} and not {1} as it claims"),
    TYPE_UNKNOWN(
            415, "只接收 PDF、OFD、DOCX、XLSX、PNG、JPEG、纯文本", "Only PDF, OFD, DOCX, XLSX, PNG, JPEG and plain text are taken"),
    PDF_UNAVAILABLE(
            406, "本服务器没有 LibreOffice，文书只能以 .docx 取得", "There is no LibreOffice on this server; notices come as .docx"),
    PDF_NOT_OF_ATTACHMENTS(406, "附件只能按原样取得", "An attachment comes as it was brought"),
    PDF_FAILED(503, "PDF 暂时无法生成，请稍后再试或取 .docx", "No PDF could be made just now; try again, or take the .docx"),
    TOO_LARGE(413, "附件不得超过50 MB", "An attachment has at most 50 MB"),
    CONTENT_REMOVED(410, "保存期已满，内容已删除", "The term of keeping has ended, the content is gone"),
    TEMPLATE_BROKEN(400, "模板无法使用：不是 .docx，或标签不完整", "Not a usable template: no .docx, or a broken tag");

    private final Words words;

    DocumentProblem(int status, String zh, String en) {
        words = new Words(status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
