package cn.disputes.alerts.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that knows nobody: every recipient is refused with 550. */
final class RefusingMailServer implements AutoCloseable {
    private final ServerSocket server;

    RefusingMailServer(int port) throws IOException {
        server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException closed) {
                // the next one, unless the server is closed
            }
        }
    }

    private static void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        say(socket, "220 refusing.example.org");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) say(socket, "550 5.1.1 " + line.substring(8) + " no such user");
            else if (line.startsWith("QUIT")) {
                say(socket, "221 bye");
                return;
            } else say(socket, "250 ok");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
