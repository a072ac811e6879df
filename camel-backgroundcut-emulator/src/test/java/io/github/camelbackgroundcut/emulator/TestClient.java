// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls an emulator over HTTP. */
public final class TestClient {

    public static final String UPLOAD = "/v3/file-ops/upload/";
    public static final String PROCESS = "/v3/tools/ai/remove-bg/process/";
    public static final String SEGMENT = "/v3/tools/ai/ai-cut/segment/";
    public static final String ACCESS_TOKEN = "/v3/auth/access-token/";
    public static final String PUBLIC_URL = "/v3/file-ops/get-public-url/";
    public static final String USAGE = "/v3/file-ops/usage/";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String baseUrl;
    private final String authorization;

    private TestClient(String baseUrl, String authorization) {
        this.baseUrl = baseUrl;
        this.authorization = authorization;
    }

    /** With the emulator's API key. */
    public static TestClient of(BackgroundCutEmulator emulator) {
        return new TestClient(emulator.baseUrl(), "Token " + emulator.apiKey());
    }

    /** With any {@code Authorization} header. */
    public static TestClient at(String baseUrl, String authorization) {
        return new TestClient(baseUrl, authorization);
    }

    /** The same credential, sent to another emulator. */
    public TestClient at(BackgroundCutEmulator other) {
        return new TestClient(other.baseUrl(), authorization);
    }

    /** With another {@code Authorization} header; none if it is empty. */
    public TestClient with(String newAuthorization) {
        return new TestClient(baseUrl, newAuthorization);
    }

    public TestClient withAccessToken(JsonObject request) {
        return with("AccessToken " + json(post(ACCESS_TOKEN, request)).getString("access_token"));
    }

    public HttpResponse<byte[]> get(String rawPath) {
        return send("GET", rawPath, BodyPublishers.noBody());
    }

    public HttpResponse<byte[]> getFile(String path) {
        return get("/v3/files/" + encode(path));
    }

    public HttpResponse<byte[]> post(String path, JsonObject body) {
        return post(path, body.encode());
    }

    public HttpResponse<byte[]> post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    public HttpResponse<byte[]> upload(Multipart body) {
        return upload(body.end());
    }

    public HttpResponse<byte[]> upload(byte[] body) {
        return send("POST", UPLOAD, BodyPublishers.ofByteArray(body), "Content-Type", Multipart.contentType());
    }

    /** Uploads one picture and returns its path. */
    public String uploaded(String uploadPath, String fileName, byte[] picture) {
        return paths(upload(Multipart.upload(uploadPath).file(fileName, picture)), "file_paths")
                .get(0);
    }

    /** Uploads one picture under a key. */
    public HttpResponse<byte[]> uploadUnder(String key, byte[] picture) {
        return upload(new Multipart().field("key", key).file("file", "photo", picture));
    }

    public HttpResponse<byte[]> processKey(String inputKey, JsonObject... variants) {
        return post(
                PROCESS,
                new JsonObject()
                        .put("input_key", inputKey)
                        .put("output_variants", new JsonArray(Arrays.asList((Object[]) variants))));
    }

    public HttpResponse<byte[]> publicUrl(String key) {
        return post(PUBLIC_URL, new JsonObject().put("key", key));
    }

    /** Mints a public URL, and returns it without its address. */
    public String publicPath(String key) {
        return json(publicUrl(key)).getString("url").substring(baseUrl.length());
    }

    public HttpResponse<byte[]> process(String inputPath, JsonObject... variants) {
        return post(
                PROCESS,
                new JsonObject()
                        .put("input_file_path", inputPath)
                        .put("output_variants", new JsonArray(Arrays.asList((Object[]) variants))));
    }

    public HttpResponse<byte[]> send(String method, String rawPath, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + rawPath))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a GET byte by byte as given, with what no HTTP client would let pass, and returns the whole answer. */
    public String rawGet(String target, Map<String, String> headers) {
        String head = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return raw("GET " + target + " HTTP/1.1\r\n" + head + "Authorization: " + authorization
                + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends a request as given and reads until the server closes the connection. */
    public String raw(String request) {
        URI uri = URI.create(baseUrl);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObject keyVariant(String outputKey) {
        return new JsonObject().put("output_key", outputKey);
    }

    public static JsonObject variant(String outputPath) {
        return new JsonObject().put("output_file_path", outputPath);
    }

    public static JsonObject json(HttpResponse<byte[]> response) {
        return new JsonObject(text(response));
    }

    public static String detail(HttpResponse<byte[]> response) {
        return json(response).getString("detail");
    }

    public static List<String> paths(HttpResponse<byte[]> response, String name) {
        return json(response).getJsonArray(name).stream()
                .map(String.class::cast)
                .toList();
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Percent-encodes each segment. */
    public static String encode(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
