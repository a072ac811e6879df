// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.drop.Drop;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.component.aws2.s3.AWS2S3Endpoint;
import org.apache.camel.support.service.ServiceHelper;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Knows whether the cutouts of a picture are stored already. A log may be read again from any offset, and a claim check may be in it twice:
 * the picture must not be paid for again.
 */
public final class StoredCutouts implements CamelContextAware {

    private final String bucket;
    private final String lastVariant;
    private CamelContext context;

    /**
     * @param bucket of the cutouts
     * @param variants as JSON text; cutouts are stored in their order
     */
    public StoredCutouts(String bucket, String variants) throws JsonProcessingException {
        this.bucket = bucket;
        Map<String, Map<String, Object>> parsed = new ObjectMapper()
                .readValue(variants, new TypeReference<LinkedHashMap<String, Map<String, Object>>>() {});
        this.lastVariant = parsed.entrySet().stream()
                .reduce((before, last) -> last)
                .map(last -> last.getKey() + "." + extension(last.getValue()))
                .orElseThrow();
    }

    private static String extension(Map<String, Object> fields) {
        String format = String.valueOf(fields.getOrDefault("format", "png"));
        return format.equals("jpeg") ? "jpg" : format;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    /** Whether the last of the cutouts is there, made of the version that is meant. */
    public boolean include(Exchange exchange) {
        String key = exchange.getProperty(Drop.PICTURE, String.class) + "/" + lastVariant;
        String etag = exchange.getProperty("fleetETag", "", String.class).replace("\"", "");
        try {
            return client().headObject(request -> request.bucket(bucket).key(key))
                    .metadata()
                    .getOrDefault("source-etag", "")
                    .equals(etag);
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private S3Client client() {
        AWS2S3Endpoint endpoint = context.getEndpoint("aws2-s3:" + bucket, AWS2S3Endpoint.class);
        // The context starts only what it knows when it starts itself.
        ServiceHelper.startService(endpoint);
        return endpoint.getS3Client();
    }
}
