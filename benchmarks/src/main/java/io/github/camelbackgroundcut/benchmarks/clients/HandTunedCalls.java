// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The three calls by hand, with HttpClient 5, written for speed only. They do nothing that
 * isn't needed: no error handling, no digest.
 */
final class HandTunedCalls implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[BUFFER_BYTES]);

    private final CloseableHttpClient client;
    private final String baseUrl;

    HandTunedCalls(String baseUrl, int connections) {
        this.client = client(connections);
        this.baseUrl = baseUrl;
    }

    /** Has a picture's background removed. */
    void removeBackground(Path picture, Destination destination) throws IOException {
        String name = picture.getFileName().toString();
        HttpPost upload = new HttpPost(baseUrl + "/v3/file-ops/upload/");
        upload.setHeader("Authorization", "Token benchmark");
        upload.setEntity(MultipartEntityBuilder.create()
                .addTextBody("upload_path", "my-project")
                .addPart("files", new BufferedFileBody(picture))
                .build());
        String input =
                client.execute(upload, HandTunedCalls::json).at("/file_paths/0").textValue();

        ObjectNode call = MAPPER.createObjectNode().put("input_file_path", input);
        call.putArray("output_variants").addObject().put("output_file_path", "my-project/" + name + ".png");
        HttpPost process = new HttpPost(baseUrl + "/v3/tools/ai/remove-bg/process/");
        process.setHeader("Authorization", "Token benchmark");
        process.setEntity(new ByteArrayEntity(MAPPER.writeValueAsBytes(call), ContentType.APPLICATION_JSON));
        String output = client.execute(process, HandTunedCalls::json)
                .at("/output_file_paths/0")
                .textValue();

        HttpGet download = new HttpGet(baseUrl + "/v3/files/" + output);
        download.setHeader("Authorization", "Token benchmark");
        client.execute(download, response -> {
            try (InputStream in = ok(response).getEntity().getContent()) {
                destination.take(in);
            }
            return null;
        });
    }

    private static CloseableHttpClient client(int connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static JsonNode json(ClassicHttpResponse response) throws IOException {
        return MAPPER.readTree(ok(response).getEntity().getContent());
    }

    private static ClassicHttpResponse ok(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("Status " + response.getCode());
        }
        return response;
    }

    /** Through a buffer that is used again. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = BUFFER.get();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }

    /** HttpClient's own {@code FileBody} copies in steps of 4 KiB. */
    private static final class BufferedFileBody extends AbstractContentBody {

        private final Path file;

        BufferedFileBody(Path file) {
            super(ContentType.APPLICATION_OCTET_STREAM);
            this.file = file;
        }

        @Override
        public String getFilename() {
            return file.getFileName().toString();
        }

        @Override
        public long getContentLength() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                copy(in, out);
            }
        }
    }

    /** Where a result goes. */
    @FunctionalInterface
    interface Destination {
        void take(InputStream result) throws IOException;
    }
}
