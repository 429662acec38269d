package cn.disputes.cases.intake;

import java.nio.charset.StandardCharsets;

/** Rows in the text format of COPY, built ahead of the transaction that sends them. */
public final class CopyLine {
    private final StringBuilder text = new StringBuilder(512);
    private boolean begun;

    /** Null becomes NULL, a code its name, everything else what it shows itself as. */
    public CopyLine add(Object value) {
        if (begun) text.append('\t');
        begun = true;
        if (value == null) text.append("\\N");
        else if (value instanceof Enum<?> code) text.append(code.name());
        else escape(value.toString());
        return this;
    }

    public CopyLine end() {
        text.append('\n');
        begun = false;
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
