// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.drop.Drop;
import jakarta.jms.ObjectMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;

/**
 * Reads a message: a text is a {@link ClaimCheck}, bytes are a picture, with its name in a header. Anybody may have sent it: no header of
 * it gets to a component, which would do what the header says, and no text is evaluated.
 */
public final class PictureMessage implements Processor {

    /** The header with the name of a picture that is in the message itself. */
    public static final String NAME = "fleetName";

    private static final String BODY = "fleetBody";
    private static final String HEADERS = "fleetHeaders";

    private static final int MAX_NAME = 100;

    /** Slash, dot, and a format's extension. */
    private static final int AROUND_A_VARIANT = 6;

    private final String variants;
    private final String bucket;
    private final String firstVariant;
    private final int longestVariant;

    /**
     * @param variants as JSON text, as in the header {@value BackgroundCutConstants#VARIANTS}
     * @param bucket the only one that pictures are taken from
     */
    public PictureMessage(String variants, String bucket) {
        this.variants = variants;
        this.bucket = bucket;
        List<String> names = names(variants);
        this.firstVariant = names.get(0);
        this.longestVariant = names.stream()
                .mapToInt(name -> name.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElseThrow();
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
        Object body = isObject(message) ? null : message.getBody();
        Map<String, Object> headers = new HashMap<>(message.getHeaders());
        // The name under which the broker knows the message is not that of the messages that come of it.
        headers.keySet().removeIf(header -> header.startsWith("_AMQ") || header.regionMatches(true, 0, "Camel", 0, 5));
        exchange.setProperty(HEADERS, headers);
        exchange.setProperty(BODY, body);
        message.setHeaders(new HashMap<>());
        if (body instanceof String text) {
            ClaimCheck claim = ClaimCheck.of(text);
            if (!claim.bucket().equals(bucket)) {
                throw new InvalidMessageException("The claim check is for the bucket " + claim.bucket()
                        + ", but workers read " + bucket + " only.");
            }
            exchange.setProperty("fleetKey", claim.key());
            exchange.setProperty("fleetETag", claim.etag());
            named(exchange, claim.name());
        } else if (body instanceof byte[] && headers.get(NAME) instanceof String name) {
            named(exchange, name);
        } else {
            throw new InvalidMessageException("The message is neither a claim check, which is a text, nor a picture,"
                    + " which is bytes with its name in the property " + NAME + ".");
        }
        exchange.setProperty("CamelBackgroundCutDropVariant", firstVariant);
        message.setHeader(BackgroundCutConstants.VARIANTS, variants);
    }

    /** To read a Java object would be to run code of its class. */
    private static boolean isObject(Message message) {
        return message instanceof JmsMessage jms && jms.getJmsMessage() instanceof ObjectMessage;
    }

    /** Whether the message was read. If not, {@link #restore} loses what is in it. */
    public static boolean isRead(Exchange exchange) {
        return exchange.getProperty(HEADERS) != null;
    }

    /** Makes the message what it was when it came. */
    public static void restore(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(exchange.getProperty(BODY));
        Map<?, ?> headers = exchange.getProperty(HEADERS, Map.of(), Map.class);
        message.setHeaders(new HashMap<>());
        headers.forEach((name, value) -> message.setHeader(String.valueOf(name), value));
    }

    /** Towards the service, only the end of the name counts, without anything that a file system or a URL could misread. */
    private void named(Exchange exchange, String path) {
        ObjectKey.check("The picture's name", path, longestVariant + AROUND_A_VARIANT);
        exchange.setProperty(Drop.PICTURE, path);
        String plain = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        exchange.getMessage().setHeader(Exchange.FILE_NAME, plain.substring(Math.max(0, plain.length() - MAX_NAME)));
    }
}
