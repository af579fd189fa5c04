package kr.gosan.auth.outside;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries bytes to a server until it is cut. */
final class Cable {

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket end;
    private volatile boolean cut;

    int open(URI server) throws IOException {
        end = new ServerSocket(0);
        Thread.ofVirtual().start(() -> accept(server));
        return end.getLocalPort();
    }

    /** Breaks every connection and refuses new ones, until {@link #mend()}. */
    void cut() {
        cut = true;
        connections.forEach(Cable::quietly);
        connections.clear();
    }

    void mend() {
        cut = false;
    }

    void close() throws IOException {
        end.close();
        cut();
    }

    private void accept(URI server) {
        while (true) {
            try {
                Socket client = end.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                Socket target = new Socket(server.getHost(), server.getPort());
                connections.add(client);
                connections.add(target);
                Thread.ofVirtual().start(() -> carry(client, target));
                Thread.ofVirtual().start(() -> carry(target, client));
            } catch (IOException closed) {
                if (end.isClosed()) {
                    return;
                }
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // the other side hears of it
        } finally {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // it is gone anyway
        }
    }
}
