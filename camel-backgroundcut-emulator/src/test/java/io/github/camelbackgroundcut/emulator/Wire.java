// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One TCP connection to an emulator, for what HTTP clients hide: how a connection ends. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final Socket socket;
    private final String authorization;

    /**
     * The bytes until the end of the connection.
     *
     * @param text  the bytes
     * @param reset whether it was reset; else it was closed in order
     */
    record End(String text, boolean reset) {

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        int contentLength() {
            return Integer.parseInt(text.replaceAll("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1"));
        }
    }

    Wire(BackgroundCutEmulator emulator) throws IOException {
        socket = new Socket("127.0.0.1", emulator.port());
        authorization = "Authorization: Token " + emulator.apiKey() + "\r\n";
    }

    Wire get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n");
    }

    Wire post(String path, JsonObject json) throws IOException {
        String body = json.encode();
        return head(path, "application/json", body.length()).send(body);
    }

    Wire process(String input, String output) throws IOException {
        return post(
                TestClient.PROCESS,
                new JsonObject()
                        .put("input_file_path", input)
                        .put("output_variants", new JsonArray().add(TestClient.variant(output))));
    }

    Wire upload(byte[] body) throws IOException {
        head(TestClient.UPLOAD, Multipart.contentType(), body.length);
        socket.getOutputStream().write(body);
        return this;
    }

    Wire head(String path, String contentType, int length) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "Content-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Whether nothing happens for so long. */
    boolean isQuiet(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    /** Reads until the server ends the connection. */
    End end() throws IOException {
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean reset = false;
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
            }
        } catch (SocketException e) {
            reset = true;
        }
        return new End(bytes.toString(StandardCharsets.ISO_8859_1), reset);
    }

    /** Ends the connection by a TCP reset, as a process that is killed does. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
