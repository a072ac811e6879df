// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbackgroundcut.benchmarks.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The program that one writes with HttpClient 5 as its documentation shows: its own buffers, no digest. */
public final class PlainClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CloseableHttpClient client;
    private final String baseUrl;

    private PlainClient(CloseableHttpClient client, String baseUrl) {
        this.client = client;
        this.baseUrl = baseUrl;
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        int concurrency = arguments.count("concurrency");
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(concurrency)
                        .setMaxConnPerRoute(concurrency)
                        .build())
                .build()) {
            PlainClient plain = new PlainClient(client, arguments.text("baseUrl"));
            new ThreadsRun(PictureFolders.of(arguments), concurrency).measure(plain::removeBackground);
        }
    }

    private void removeBackground(Path picture, Path cutout) throws IOException {
        String input = upload(picture);
        HttpGet download = new HttpGet(baseUrl + "/v3/files/" + process(input));
        call(download, response -> {
            Files.copy(response.getEntity().getContent(), cutout, StandardCopyOption.REPLACE_EXISTING);
            return null;
        });
    }

    private String upload(Path picture) throws IOException {
        HttpEntity form = MultipartEntityBuilder.create()
                .addTextBody("upload_path", "my-project")
                .addBinaryBody("files", picture.toFile())
                .build();
        return post("/v3/file-ops/upload/", form).at("/file_paths/0").textValue();
    }

    private String process(String input) throws IOException {
        ObjectNode call = MAPPER.createObjectNode().put("input_file_path", input);
        call.putArray("output_variants").addObject().put("output_file_path", input + "-cutout.png");
        HttpEntity body = new StringEntity(call.toString(), ContentType.APPLICATION_JSON);
        return post("/v3/tools/ai/remove-bg/process/", body)
                .at("/output_file_paths/0")
                .textValue();
    }

    private JsonNode post(String path, HttpEntity body) throws IOException {
        HttpPost post = new HttpPost(baseUrl + path);
        post.setEntity(body);
        return call(post, response -> MAPPER.readTree(response.getEntity().getContent()));
    }

    private <T> T call(ClassicHttpRequest request, HttpClientResponseHandler<T> handler) throws IOException {
        request.setHeader("Authorization", "Token benchmark");
        return client.execute(request, response -> handler.handleResponse(ok(response)));
    }

    private static ClassicHttpResponse ok(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("Status " + response.getCode());
        }
        return response;
    }
}
