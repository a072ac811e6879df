// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import io.github.camelbackgroundcut.api.RequestBody;
import io.github.camelbackgroundcut.api.UploadFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.client5.http.entity.mime.FormBodyPartBuilder;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.entity.mime.StringBody;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Turns a request's body into what HttpClient sends. */
final class RequestEntities {

    /** HttpClient's own constant says ISO-8859-1, and servers would read the names so. */
    private static final ContentType FORM = ContentType.create("multipart/form-data");

    private static final ContentType TEXT = ContentType.create("text/plain", StandardCharsets.UTF_8);

    private RequestEntities() {}

    static Optional<HttpEntity> of(RequestBody body) {
        if (body instanceof RequestBody.Json json) {
            return Optional.of(new ByteArrayEntity(json.utf8(), ContentType.APPLICATION_JSON));
        }
        if (body instanceof RequestBody.Multipart multipart) {
            return Optional.of(multipart(multipart));
        }
        return Optional.empty();
    }

    private static HttpEntity multipart(RequestBody.Multipart multipart) {
        MultipartEntityBuilder builder = MultipartEntityBuilder.create()
                // Writes names as UTF-8; the strict mode would turn umlauts into question marks.
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8)
                .setContentType(FORM);
        multipart.fields().forEach(field -> builder.addPart(field.name(), new StringBody(field.value(), TEXT)));
        for (UploadFile file : multipart.files()) {
            builder.addPart(FormBodyPartBuilder.create(multipart.fileField(), new UploadContentBody(file))
                    .setField("Content-Disposition", disposition(multipart.fileField(), file.fileName()))
                    .build());
        }
        return builder.build();
    }

    /**
     * As the WHATWG's HTML standard has it, and so as browsers, curl and Python's requests send it: UTF-8 as it is, with
     * the three characters that would end the value percent-encoded.
     */
    private static String disposition(String field, String fileName) {
        String escaped = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        return "form-data; name=\"" + field + "\"; filename=\"" + escaped + '"';
    }
}
