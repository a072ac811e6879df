// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API, as far as a removal needs it: each picture names the number that its results are made of, so that none is like
 * another.
 */
final class SeededService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] JPEG = Pictures.jpeg(8, 8);
    private static final Pattern KEY = Pattern.compile("name=\"key\"\\s+(\\S+)");
    private static final String BUCKET = "/bucket/";
    private static final String SIGNATURE = "signature=SECRET";
    private static final Pattern SEED = Pattern.compile("seed=(-?\\d+);");

    static {
        // Without it each answer waits 40 ms until the client has acknowledged the answer's head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final int resultBytes;
    private final ServiceDialect dialect;
    private final Map<String, Integer> uploads = new ConcurrentHashMap<>();
    private final Map<String, Part> results = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> paid = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    /** The gate of a process call. */
    private volatile CountDownLatch mayProcess = new CountDownLatch(0);

    /**
     * @param resultBytes how long each result is
     * @param dialect what it speaks, and nothing else
     */
    SeededService(int resultBytes, ServiceDialect dialect) {
        this.resultBytes = resultBytes;
        this.dialect = dialect;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v3/file-ops/upload/", this::upload);
        server.createContext("/v3/tools/ai/remove-bg/process/", this::process);
        if (dialect == ServiceDialect.KEYS) {
            server.createContext("/v3/file-ops/get-public-url/", this::publicUrl);
            server.createContext(BUCKET, this::fetch);
        } else {
            server.createContext("/v3/files/", exchange -> file(exchange, "/v3/files/"));
        }
        server.setExecutor(threads);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A picture whose results are made of this number. */
    static byte[] picture(int seed) {
        byte[] text = ("seed=" + seed + ";").getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = Arrays.copyOf(JPEG, JPEG.length + text.length);
        System.arraycopy(text, 0, picture, JPEG.length, text.length);
        return picture;
    }

    /** The data in a picture. */
    static int seedOf(byte[] picture) {
        return find(new String(picture, StandardCharsets.ISO_8859_1)).orElseThrow();
    }

    /** The bytes of a result. */
    SeededBytes result(Part part) {
        return new SeededBytes(part, resultBytes);
    }

    /** How often this picture was paid for. */
    int paid(int seed) {
        return paid.getOrDefault(seed, new AtomicInteger()).get();
    }

    private static Optional<Integer> find(String text) {
        return SEED.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    /** Process calls are answered only after {@link #goOn()}. */
    void hold() {
        mayProcess = new CountDownLatch(1);
    }

    void goOn() {
        mayProcess.countDown();
    }

    private void upload(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Optional<Integer> seed = find(form);
        Matcher key = KEY.matcher(form);
        boolean keyed = key.find();
        if (seed.isEmpty() || keyed != (dialect == ServiceDialect.KEYS)) {
            refuse(exchange, 400);
            return;
        }
        String path = keyed ? key.group(1) : "uploads/" + seed.get() + ".jpg";
        uploads.put(path, seed.get());
        answer(exchange, keyed ? Map.of("success", true) : Map.of("file_paths", List.of(path)));
    }

    private void process(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        awaitGoOn();
        if (!request.has(dialect.inputField())) {
            refuse(exchange, 400);
            return;
        }
        int seed = uploads.get(request.get(dialect.inputField()).asText());
        paid.computeIfAbsent(seed, unused -> new AtomicInteger()).incrementAndGet();
        List<String> paths = new ArrayList<>();
        for (JsonNode variant : request.get("output_variants")) {
            String path = variant.get(dialect.outputField()).asText();
            results.put(path, new Part(seed, path.substring(path.lastIndexOf('.') + 1)));
            paths.add(path);
        }
        answer(exchange, Map.of(dialect.outputsField(), paths));
    }

    private void awaitGoOn() throws IOException {
        try {
            mayProcess.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Another name than that of the service's address. */
    private void publicUrl(HttpExchange exchange) throws IOException {
        String key = JSON.readTree(exchange.getRequestBody()).get("key").asText();
        answer(exchange, Map.of("url", baseUrl().replace("127.0.0.1", "localhost") + BUCKET + key + '?' + SIGNATURE));
    }

    private void fetch(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")
                || !SIGNATURE.equals(exchange.getRequestURI().getQuery())) {
            refuse(exchange, 500);
        } else {
            file(exchange, BUCKET);
        }
    }

    private void file(HttpExchange exchange, String folder) throws IOException {
        Part part = results.get(exchange.getRequestURI().getPath().substring(folder.length()));
        if (part == null) {
            refuse(exchange, dialect == ServiceDialect.KEYS ? 403 : 404);
            return;
        }
        SeededBytes result = result(part);
        exchange.sendResponseHeaders(200, result.length());
        result.writeTo(exchange.getResponseBody());
        exchange.close();
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
