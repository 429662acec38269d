package cn.disputes.alerts.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A receiver of webhooks that misbehaves as it is told, request by request; when nothing is told it answers 204. It does
 * its work once per {@code webhook-id}, as Standard Webhooks asks of receivers.
 */
final class Receiver implements AutoCloseable {
    enum Manner {
        ANSWER_204,
        /** Does the work, then fails. */
        FAIL_AFTER_WORK,
        /** Does the work, then says nothing. */
        HANG_AFTER_WORK,
        ANSWER_500,
        ANSWER_410,
        ANSWER_429_IN_AN_HOUR,
        REDIRECT_TO_ITSELF,
        /** 200, and then more bytes than anybody reads. */
        HUGE_ANSWER,
        /** Closes without a word. */
        CLOSE
    }

    record Request(Map<String, String> headers, String body, String path) {
        String id() {
            return headers.get("webhook-id");
        }
    }

    private static final Set<Manner> WORKS =
            EnumSet.of(Manner.ANSWER_204, Manner.FAIL_AFTER_WORK, Manner.HANG_AFTER_WORK, Manner.HUGE_ANSWER);

    private final ServerSocket server;
    private final Deque<Manner> manners = new ConcurrentLinkedDeque<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    /** The ids whose work was done: a second time of the same id is no second work. */
    final Set<String> done = Collections.synchronizedSet(new HashSet<>());

    volatile Manner always = Manner.ANSWER_204;
    volatile long sentOfHugeAnswer;

    Receiver() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    Receiver then(Manner... next) {
        manners.addAll(List.of(next));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook?a=b";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                var thread = new Thread(() -> serve(socket), "receiver-one");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = read(socket.getInputStream());
            requests.add(request);
            var next = manners.poll();
            var manner = next == null ? always : next;
            if (WORKS.contains(manner)) done.add(request.id());
            var out = socket.getOutputStream();
            switch (manner) {
                case ANSWER_204 -> out.write(head("204 No Content"));
                case FAIL_AFTER_WORK, ANSWER_500 -> out.write(head("500 Internal Server Error"));
                case ANSWER_410 -> out.write(head("410 Gone"));
                case ANSWER_429_IN_AN_HOUR -> out.write(head("429 Too Many Requests\r\nRetry-After: 3600"));
                case REDIRECT_TO_ITSELF -> out.write(head("303 See Other\r\nLocation: /elsewhere"));
                case HANG_AFTER_WORK -> socket.getInputStream().read();
                case HUGE_ANSWER -> flood(socket);
                case CLOSE -> socket.setSoLinger(true, 0);
            }
            out.flush();
        } catch (IOException gone) {
            // the other side has had enough
        }
    }

    private void flood(Socket socket) throws IOException {
        var out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4000000000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        var part = new byte[8192];
        try {
            for (long i = 0; i < 4_000_000_000L / part.length; i++) {
                out.write(part);
                sentOfHugeAnswer += part.length;
            }
        } catch (SocketException cut) {
            // as it should be
        }
    }

    private static byte[] head(String status) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Request read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) throw new IOException("closed");
            head.write(b);
        }
        var lines = head.toString(StandardCharsets.US_ASCII).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(),
                    lines[i].substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(headers, new String(body, StandardCharsets.UTF_8), lines[0].split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
