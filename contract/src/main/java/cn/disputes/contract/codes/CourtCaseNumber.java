package cn.disputes.contract.codes;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Number of a court case (案号), as the Supreme People's Court's rules on case numbers form it for administrative cases. */
public final class CourtCaseNumber {
    private static final Pattern FORM = Pattern.compile("\\((\\d{4})\\)"
            + "(最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新兵军](?:\\d{2}|\\d{4})?)(知)?"
            + "(行初|行终|行监|行申|行抗|行再|行审|行审复|行他|行赔(?:初|终|监|申|抗|再|他)|行诉前调)"
            + "(\\d{1,9})号(?:之[一二三四五六七八九十]+)?");

    private CourtCaseNumber() {}

    /** The number with half-width digits and brackets, or nothing when the rule does not admit it. */
    public static Optional<String> parse(String text) {
        if (text == null || text.length() > 60) return Optional.empty();
        var normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .replace('〔', '(')
                .replace('〕', ')')
                .replace('[', '(')
                .replace(']', ')');
        return FORM.matcher(normal).matches() ? Optional.of(normal) : Optional.empty();
    }
}
