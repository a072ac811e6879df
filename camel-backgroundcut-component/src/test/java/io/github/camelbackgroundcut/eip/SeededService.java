// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbackgroundcut.support.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API, as far as a removal needs it: each picture names the number that its results are made of, so that none is like another. */
final class SeededService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEED = Pattern.compile("seed=(\\d+);");
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final byte[] PNG = Pictures.png(1, 1);

    private final int resultBytes;
    private final Map<String, Integer> uploads = new ConcurrentHashMap<>();
    private final Map<String, Integer> results = new ConcurrentHashMap<>();
    private final AtomicInteger paid = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param resultBytes how long each result is */
    SeededService(int resultBytes) {
        this.resultBytes = resultBytes;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v3/file-ops/upload/", this::upload);
        server.createContext("/v3/tools/ai/remove-bg/process/", this::process);
        server.createContext("/v3/files/", this::file);
        server.setExecutor(threads);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A picture whose results are made of this number. */
    static byte[] picture(int seed) {
        byte[] jpeg = Pictures.jpeg(8, 8);
        byte[] text = ("seed=" + seed + ";").getBytes(StandardCharsets.ISO_8859_1);
        byte[] picture = java.util.Arrays.copyOf(jpeg, jpeg.length + text.length);
        System.arraycopy(text, 0, picture, jpeg.length, text.length);
        return picture;
    }

    /** The result of that picture. */
    byte[] result(int seed) {
        byte[] block = new byte[BLOCK_BYTES];
        new Random(seed).nextBytes(block);
        byte[] bytes = new byte[resultBytes];
        for (int from = 0; from < resultBytes; from += BLOCK_BYTES) {
            System.arraycopy(block, 0, bytes, from, Math.min(BLOCK_BYTES, resultBytes - from));
        }
        System.arraycopy(PNG, 0, bytes, 0, 8);
        return bytes;
    }

    int paid() {
        return paid.get();
    }

    private void upload(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Matcher seed = SEED.matcher(form);
        if (!seed.find()) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        String path = "uploads/" + uploads.size() + "-" + seed.group(1) + ".jpg";
        uploads.put(path, Integer.valueOf(seed.group(1)));
        answer(exchange, JSON.writeValueAsBytes(Map.of("file_paths", List.of(path))));
    }

    private void process(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        paid.incrementAndGet();
        int seed = uploads.get(request.get("input_file_path").asText());
        List<String> paths = new ArrayList<>();
        for (JsonNode variant : request.get("output_variants")) {
            String path = variant.get("output_file_path").asText();
            results.put(path, seed);
            paths.add(path);
        }
        answer(exchange, JSON.writeValueAsBytes(Map.of("output_file_paths", paths)));
    }

    private void file(HttpExchange exchange) throws IOException {
        Integer seed = results.get(exchange.getRequestURI().getPath().substring("/v3/files/".length()));
        if (seed == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        answer(exchange, result(seed));
    }

    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
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
