package cn.disputes.cases.warning;

/**
 * One row of the catalogue of warnings (预警提示).
 *
 * @param kind of the cases it is about
 * @param clock the code of the clock it hangs on
 * @param series of several that hang on one clock only the latest whose day has come stands; the next takes its place
 * @param article the article behind it
 */
public record Prompt(
        String code,
        String kind,
        String clock,
        String series,
        Addressee addressee,
        Trigger trigger,
        String article,
        String zh,
        String en) {}
