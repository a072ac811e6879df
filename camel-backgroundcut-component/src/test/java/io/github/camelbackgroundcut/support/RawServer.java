// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on a free local port that does to each connection what a test wants, down to its bytes. */
public final class RawServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RawServer.class);

    private final ServerSocket server;
    private final Handler handler;
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });

    /** The use of a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Handler {
        void handle(Socket socket) throws IOException;
    }

    public RawServer(Handler handler) {
        this.handler = handler;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** A server that takes what it is sent and never answers. */
    public static RawServer silent() {
        return new RawServer(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    public int port() {
        return server.getLocalPort();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** How many connections came. */
    public int connections() {
        return connections.get();
    }

    /** Reads a request's line and headers, up to the empty line after them. */
    public static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Reads a request with a body of known length. */
    public static String readRequest(InputStream in) throws IOException {
        String head = readHead(in);
        int length = head.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Answers with a text, with its line ends converted to those of HTTP. */
    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Answers with so many bytes, or with as many as the client takes before it goes away; tells how many. */
    public static long writeLongAnswer(Socket socket, String status, long length) throws IOException {
        write(socket, "HTTP/1.1 " + status + "\nContent-Length: " + length + "\n\n");
        byte[] buffer = new byte[64 * 1024];
        long written = 0;
        try {
            while (written < length) {
                int next = (int) Math.min(buffer.length, length - written);
                socket.getOutputStream().write(buffer, 0, next);
                written += next;
            }
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> handle(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void handle(Socket socket) {
        try (socket) {
            handler.handle(socket);
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
    }
}
