package cn.disputes.deploy.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between two programs, in the hands of a test: it can stand still and be cut. Of several targets each new
 * connection gets the next one that takes it.
 */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final Object gate = new Object();
    private boolean still;
    private final List<Integer> targets;

    TcpProxy(List<Integer> targets) throws IOException {
        this.targets = targets;
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    List<Integer> targets() {
        return targets;
    }

    /** Nothing passes any more, and nobody is told. */
    void stall() {
        synchronized (gate) {
            still = true;
        }
    }

    void resume() {
        synchronized (gate) {
            still = false;
            gate.notifyAll();
        }
    }

    /** Every connection there is ends at once, on both sides; new ones are taken. */
    void cut() {
        open.forEach(TcpProxy::reset);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var from = door.accept();
                daemon(() -> join(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket from) {
        open.add(from);
        try {
            passed();
            var to = next();
            open.add(to);
            daemon(() -> pump(to, from));
            pump(from, to);
        } catch (IOException nobodyThere) {
            reset(from);
        } finally {
            open.remove(from);
        }
    }

    private Socket next() throws IOException {
        for (var tries = 0; ; tries++) {
            var socket = new Socket();
            try {
                var target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1000);
                return socket;
            } catch (IOException refused) {
                socket.close();
                if (tries + 1 >= targets.size()) throw refused;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                passed();
                out.write(buffer, 0, length);
                out.flush();
            }
            passed();
        } catch (IOException cut) {
            reset(to);
        } finally {
            open.remove(to);
        }
    }

    private void passed() {
        synchronized (gate) {
            while (still) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // it is what was wanted
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        resume();
        cut();
    }
}
