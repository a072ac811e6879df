// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The three calls of the API, for pictures that the emulator would refuse: it keeps nothing, and answers with as many bytes. */
public final class LargePictureService implements AutoCloseable {

    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a},
            "jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
            "webp", new byte[] {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'});

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong received = new AtomicLong();
    private final Set<String> results = ConcurrentHashMap.newKeySet();
    private final long length;

    private LargePictureService(HttpServer server, long length) {
        this.server = server;
        this.length = length;
    }

    /** @param length of each result, in bytes */
    public static LargePictureService start(long length) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LargePictureService service = new LargePictureService(server, length);
        server.createContext("/v3/file-ops/upload/", service::upload);
        server.createContext("/v3/tools/ai/remove-bg/process/", service::process);
        server.createContext("/v3/files/", service::file);
        server.setExecutor(service.threads);
        server.start();
        return service;
    }

    /** A JPEG's signature, then zeros. */
    public static InputStream picture(long length) {
        return picture("jpg", length);
    }

    private static InputStream picture(String extension, long length) {
        byte[] signature = SIGNATURES.get(extension);
        return new SequenceInputStream(new ByteArrayInputStream(signature), new Zeros(length - signature.length));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Bytes of all uploads. */
    public long received() {
        return received.get();
    }

    private void upload(HttpExchange exchange) throws IOException {
        byte[] start = exchange.getRequestBody().readNBytes(4096);
        received.addAndGet(start.length + exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
        answer(exchange, Map.of("file_paths", List.of("camel-backgroundcut/large.jpg")));
    }

    private void process(HttpExchange exchange) throws IOException {
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        List<String> paths = new ArrayList<>();
        request.get("output_variants")
                .forEach(variant -> paths.add(variant.get("output_file_path").asText()));
        results.addAll(paths);
        answer(exchange, Map.of("output_file_paths", paths));
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v3/files/".length());
        if (!results.contains(path)) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : length);
        if (!head) {
            try (InputStream picture = picture(path.substring(path.lastIndexOf('.') + 1), length)) {
                picture.transferTo(exchange.getResponseBody());
            }
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] json = new ObjectMapper().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(count, left);
            java.util.Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
