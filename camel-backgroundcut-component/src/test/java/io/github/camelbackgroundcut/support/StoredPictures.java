// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelbackgroundcut.api.FilePaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service as far as names of files go, in one of the dialects that it is known to speak: what is uploaded and processed can
 * be fetched under the name that was asked for, and each process call charges its outputs. What is of the other dialect is
 * refused, as the contract has it. Faults are stubs before it.
 */
public final class StoredPictures implements ResponseDefinitionTransformerV2 {

    /** The name for {@code withTransformers}. */
    public static final String NAME = "stored-pictures";
    /** Where the storage of the keys dialect has its files. */
    public static final String BUCKET = "/bucket/";

    public static final String PUBLIC_URL = "/v3/file-ops/get-public-url/";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile(
            "name=\"(upload_path|key)\"\\s+(\\S+)\\s.*name=\"(files|file)\"; filename=\"([^\"]*)\"", Pattern.DOTALL);
    private static final List<String> CREDENTIALS = List.of("Authorization", "Cookie", "Proxy-Authorization");

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> charges = new ConcurrentHashMap<>();
    /** The public URLs' signatures, by what they are for. */
    private final Map<String, String> signatures = new ConcurrentHashMap<>();

    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private volatile ServiceDialect dialect = ServiceDialect.PATHS;

    /** What it speaks from now on. */
    public void speak(ServiceDialect spoken) {
        dialect = spoken;
    }

    /** How often each output was paid for. */
    public Map<String, Integer> charges() {
        return charges;
    }

    /** The stored files, by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Which credentials have reached the storage: there should be none. */
    public List<String> leaks() {
        return leaks;
    }

    public void clear() {
        files.clear();
        charges.clear();
        signatures.clear();
        leaks.clear();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        ResponseDefinitionBuilder answer = ResponseDefinitionBuilder.like(event.getResponseDefinition());
        String path = URI.create(request.getUrl()).getPath();
        if (path.equals(StubbedService.UPLOAD)) {
            return upload(request, answer).build();
        }
        if (path.equals(StubbedService.PROCESS)) {
            return process(request, answer).build();
        }
        if (path.equals(PUBLIC_URL) && dialect == ServiceDialect.KEYS) {
            return publicUrl(request, answer).build();
        }
        if (path.startsWith(BUCKET)) {
            return fetch(request, path.substring(BUCKET.length()), answer).build();
        }
        byte[] file = path.startsWith(StubbedService.FILES) && dialect == ServiceDialect.PATHS
                ? files.get(path.substring(StubbedService.FILES.length()))
                : null;
        return file == null
                ? refused(answer, 404, "No such file").build()
                : answer.withBody(file).build();
    }

    private ResponseDefinitionBuilder upload(Request request, ResponseDefinitionBuilder answer) {
        Matcher form = FORM.matcher(request.getBodyAsString());
        boolean keys = dialect == ServiceDialect.KEYS;
        if (!form.find()
                || !form.group(1).equals(keys ? "key" : "upload_path")
                || !form.group(3).equals(keys ? "file" : "files")) {
            return refused(answer, 400, "A field is missing");
        }
        String name = keys ? form.group(2) : form.group(2) + '/' + form.group(4);
        files.put(name, new byte[] {1});
        return answer.withBody(keys ? "{\"success\": true}" : json("file_paths", List.of(name)));
    }

    private ResponseDefinitionBuilder process(Request request, ResponseDefinitionBuilder answer) {
        JsonNode call = json(request);
        if (!call.has(dialect.inputField())) {
            return refused(answer, 400, "A field is missing");
        }
        List<String> paths = new ArrayList<>();
        for (JsonNode variant : call.get("output_variants")) {
            String path = variant.get(dialect.outputField()).asText();
            files.put(path, picture(variant.get("format").asText()));
            charges.merge(path, 1, Integer::sum);
            paths.add(path);
        }
        return answer.withBody(json(dialect.outputsField(), paths));
    }

    /** Also for a key that nothing lies under: then the storage has nothing to give. */
    private ResponseDefinitionBuilder publicUrl(Request request, ResponseDefinitionBuilder answer) {
        String key = json(request).get("key").asText();
        String signature = signatures.computeIfAbsent(key, any -> "SECRET+" + signatures.size());
        // By number, so that it is another host than that of the service.
        String url = "http://127.0.0.1:" + request.getPort() + BUCKET + FilePaths.encode(key) + "?signature="
                + signature.replace("+", "%2B") + "&expires=60";
        return answer.withBody(MAPPER.createObjectNode().put("url", url).toString());
    }

    /** As S3 does it: who may not know what there is gets 403 for what isn't. */
    private ResponseDefinitionBuilder fetch(Request request, String key, ResponseDefinitionBuilder answer) {
        CREDENTIALS.stream().filter(request::containsHeader).forEach(leaks::add);
        boolean signed = request.getUrl().contains("%2B")
                && signatures
                        .getOrDefault(key, "")
                        .equals(request.queryParameter("signature").firstValue());
        byte[] file = files.get(key);
        return signed && file != null
                ? answer.withBody(file)
                : refused(answer, 403, "AccessDenied " + request.getUrl());
    }

    private static ResponseDefinitionBuilder refused(ResponseDefinitionBuilder answer, int status, String detail) {
        return answer.withStatus(status)
                .withBody(MAPPER.createObjectNode().put("detail", detail).toString());
    }

    private static byte[] picture(String format) {
        return switch (format) {
            case "jpeg" -> Pictures.jpeg(16, 16);
            case "webp" -> Pictures.webpHead();
            default -> Pictures.png(16, 16);
        };
    }

    private static JsonNode json(Request request) {
        try {
            return MAPPER.readTree(request.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String field, List<String> paths) {
        return MAPPER.createObjectNode().set(field, MAPPER.valueToTree(paths)).toString();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
