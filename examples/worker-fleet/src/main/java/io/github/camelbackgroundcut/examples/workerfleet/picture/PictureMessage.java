// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.drop.Drop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Reads a message of the queue: a text is a {@link ClaimCheck}, anything else is a picture, with its name in a header. */
public final class PictureMessage implements Processor {

    /** The header with the name of a picture that is in the message itself. */
    public static final String NAME = "fleetName";

    private static final String BODY = "fleetBody";
    private static final String HEADERS = "fleetHeaders";

    private static final int MAX_NAME = 100;

    private final String variants;
    private final String firstVariant;

    /** @param variants as JSON text, as in the header {@value BackgroundCutConstants#VARIANTS} */
    public PictureMessage(String variants) {
        this.variants = variants;
        this.firstVariant = names(variants).get(0);
    }

    /**
     * The names of the cutouts of each picture, one at least.
     *
     * @throws IllegalArgumentException if the text does not name them
     */
    public static List<String> names(String variants) {
        try {
            Map<?, ?> parsed = new ObjectMapper().readValue(variants, Map.class);
            if (parsed != null && !parsed.isEmpty()) {
                return parsed.keySet().stream().map(String::valueOf).toList();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("fleet.variants is not a JSON map: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException(
                "fleet.variants names no cutout. Name one, such as {\"cutout\": {\"format\": \"png\"} }.");
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        // The name under which the broker knows the message is not that of the messages that come of it.
        message.removeHeaders("_AMQ*");
        exchange.setProperty(BODY, message.getBody());
        exchange.setProperty(HEADERS, new HashMap<>(message.getHeaders()));
        if (message.getBody() instanceof String text) {
            ClaimCheck claim = ClaimCheck.of(text);
            exchange.setProperty("fleetBucket", claim.bucket());
            exchange.setProperty("fleetKey", claim.key());
            exchange.setProperty("fleetETag", claim.etag());
            named(exchange, claim.name());
        } else {
            named(exchange, message.getHeader(NAME, "picture", String.class));
        }
        exchange.setProperty("CamelBackgroundCutDropVariant", firstVariant);
        message.setHeader(BackgroundCutConstants.VARIANTS, variants);
    }

    /** Makes the message what it was when it came. */
    public static Message restored(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(exchange.getProperty(BODY));
        Map<?, ?> headers = exchange.getProperty(HEADERS, Map.of(), Map.class);
        message.setHeaders(new HashMap<>());
        headers.forEach((name, value) -> message.setHeader(String.valueOf(name), value));
        return message;
    }

    /** Towards the service, only the end of the name counts, without anything that a file system or a URL could misread. */
    private static void named(Exchange exchange, String path) {
        exchange.setProperty(Drop.PICTURE, path);
        String plain = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        exchange.getMessage().setHeader(Exchange.FILE_NAME, plain.substring(Math.max(0, plain.length() - MAX_NAME)));
    }
}
