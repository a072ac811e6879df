// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A forward proxy that asks for a login: plain requests are passed on, CONNECT opens a tunnel. */
public final class ForwardProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardProxy.class);

    private final String authorization;
    private final RawServer server = new RawServer(this::serve);
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    public ForwardProxy(String user, String password) {
        byte[] login = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "proxy-authorization: basic " + Base64.getEncoder().encodeToString(login);
    }

    public int port() {
        return server.port();
    }

    /** The first lines of the requests whose login was right. */
    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket client) throws IOException {
        List<String> head = new ArrayList<>(
                RawServer.readHead(client.getInputStream()).lines().toList());
        if (head.isEmpty()) {
            return;
        }
        if (!head.removeIf(line -> line.equalsIgnoreCase(authorization))) {
            RawServer.write(
                    client,
                    "HTTP/1.1 407 Login\nProxy-Authenticate: Basic realm=\"x\"\nContent-Length: 0\nConnection: close\n\n");
            return;
        }
        accepted.add(head.get(0));
        String[] request = head.get(0).split(" ");
        if (request[0].equals("CONNECT")) {
            String[] target = request[1].split(":");
            try (Socket service = new Socket(target[0], Integer.parseInt(target[1]))) {
                RawServer.write(client, "HTTP/1.1 200 Connected\n\n");
                join(client, service);
            }
        } else {
            URI uri = URI.create(request[1]);
            head.set(0, request[0] + ' ' + uri.getRawPath() + " HTTP/1.1");
            head.removeIf(line -> line.toLowerCase().startsWith("connection:"));
            head.add(1, "Connection: close");
            try (Socket service = new Socket(uri.getHost(), uri.getPort())) {
                service.getOutputStream()
                        .write((String.join("\r\n", head).stripTrailing() + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                join(client, service);
            }
        }
    }

    private static void join(Socket client, Socket service) {
        CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> {
            pump(service, client);
            close(client);
        });
        pump(client, service);
        answers.join();
    }

    private static void pump(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("One side has closed: so ends a tunnel", e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("It was closed", e);
        }
    }
}
