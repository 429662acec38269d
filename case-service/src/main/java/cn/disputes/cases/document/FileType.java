package cn.disputes.cases.document;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its content, whatever it calls itself. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    OFD("application/ofd", "ofd"),
    TEXT("text/plain", "txt");

    /** Enough to see the first entries of a container. */
    static final int HEAD = 8192;

    final String mediaType;
    final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** @param claimed the Content-Type it came with; null is refused */
    static FileType of(byte[] head, String claimed) {
        if (claimed == null) throw new ProblemException(GeneralProblem.UNSUPPORTED_MEDIA_TYPE);
        var found = look(head);
        if (found == null) throw new ProblemException(DocumentProblem.TYPE_UNKNOWN);
        if (!claimed.split(";")[0].strip().equalsIgnoreCase(found.mediaType)) {
            throw new ProblemException(DocumentProblem.TYPE_DIFFERS, found.mediaType, claimed);
        }
        return found;
    }

    private static FileType look(byte[] head) {
        if (starts(head, "%PDF-")) return PDF;
        if (starts(head, "\u0089PNG\r\n")) return PNG;
        if (starts(head, "\u00ff\u00d8\u00ff")) return JPEG;
        if (starts(head, "PK\u0003\u0004")) return container(new String(head, StandardCharsets.ISO_8859_1));
        return isText(head) ? TEXT : null;
    }

    private static FileType container(String head) {
        if (head.contains("OFD.xml")) return OFD;
        if (head.contains("word/")) return DOCX;
        return head.contains("xl/") ? XLSX : null;
    }

    private static boolean starts(byte[] head, String magic) {
        var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(bytes, 0, bytes.length, head, 0, bytes.length);
    }

    /** UTF-8 without NUL; a character cut at the end of the head does not count against it. */
    private static boolean isText(byte[] head) {
        for (var b : head) if (b == 0) return false;
        for (var cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException tryShorter) {
                if (head.length < HEAD) return false;
            }
        }
        return false;
    }
}
