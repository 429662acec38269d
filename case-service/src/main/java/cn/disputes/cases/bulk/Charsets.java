package cn.disputes.cases.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from GBK (the encoding of most spreadsheets here): valid UTF-8 is UTF-8, all else GB18030. */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Charsets() {}

    static String decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(file, GB18030);
        }
    }
}
