package cn.disputes.conventions.paging;

import cn.disputes.contract.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Opaque position in a list: the sort keys of the last row shown. It grants nothing, so it is not signed. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(String... keys) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of a cursor, which must be {@code count}; a forged one is a bad field, never a fault. */
    public static List<String> decode(String cursor, int count) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var keys = List.of(text.split(SEPARATOR, -1));
            if (keys.size() == count && text.indexOf('\0') < 0) return keys;
        } catch (IllegalArgumentException | CharacterCodingException forged) {
            // falls through to the refusal
        }
        throw forged();
    }

    /** For callers that find a key of the right count but the wrong form. */
    public static ProblemException forged() {
        return ProblemException.invalid(
                "cursor", "游标无效，请从第一页重新读取", "Not a cursor of this list; start from the first page");
    }
}
