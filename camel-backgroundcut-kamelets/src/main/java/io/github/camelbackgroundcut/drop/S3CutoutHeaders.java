// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.drop;

import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.Cutout;
import io.github.camelbackgroundcut.api.OutputFormat;
import io.github.camelbackgroundcut.body.ImageBody;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;

/**
 * Says how a cutout is stored: under the picture's whole key and the variant's name (exchange property
 * {@value S3Drop#CUTOUT_KEY}), and with metadata that tells what it was made of.
 */
public final class S3CutoutHeaders implements Processor {

    /** What S3 allows for all of an object's metadata, in bytes. */
    private static final int MAX_METADATA = 2048;

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        Cutout cutout = cutout(exchange);
        message.setBody(cutout);
        String path = exchange.getProperty(Drop.PICTURE, String.class);
        exchange.setProperty(S3Drop.CUTOUT_KEY, key(path, cutout));
        message.setHeader(AWS2S3Constants.CONTENT_TYPE, cutout.mediaType());
        message.setHeader(AWS2S3Constants.CONTENT_LENGTH, cutout.length());
        message.setHeader(AWS2S3Constants.METADATA, metadata(exchange, path, cutout));
        // AWS' client repeats a request that broke off, which it can't with a stream.
        message.setBody(message.getMandatoryBody(File.class));
    }

    /** One of several; a single one comes as a picture with headers. */
    private static Cutout cutout(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        if (message.getBody() instanceof Cutout cutout) {
            return cutout;
        }
        String mediaType = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        OutputFormat format = Stream.of(OutputFormat.values())
                .filter(candidate -> candidate.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow();
        List<?> paths = message.getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS, List.class);
        return new Cutout(
                Optional.of(exchange.getProperty(S3Drop.ONLY_VARIANT, String.class)),
                String.valueOf(paths.get(0)),
                message.getHeader(Exchange.FILE_NAME, String.class),
                format,
                message.getMandatoryBody(ImageBody.class));
    }

    /** Such as {@code shoes/mug.jpg/thumb.webp}. With the extension, since {@code mug.png} is another picture. */
    private static String key(String path, Cutout cutout) {
        return path + "/" + cutout.variant().orElseThrow() + "."
                + cutout.format().extension();
    }

    private static Map<String, String> metadata(Exchange exchange, String path, Cutout cutout) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("variant", cutout.variant().orElseThrow());
        put(
                metadata,
                "source-etag",
                exchange.getProperty(S3Drop.ETAG, "", String.class).replace("\"", ""));
        // Metadata travels in HTTP headers, which hold nothing but ASCII.
        put(
                metadata,
                "source-path",
                URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/"));
        Map<?, ?> ofPicture = exchange.getProperty(S3Drop.METADATA, Map.of(), Map.class);
        ofPicture.forEach((name, value) -> put(metadata, String.valueOf(name), String.valueOf(value)));
        return metadata;
    }

    /** Leaves out what can't be sent, rather than the picture. */
    private static void put(Map<String, String> metadata, String name, String value) {
        int used = metadata.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        boolean ascii = (name + value).chars().allMatch(c -> c >= ' ' && c < 0x7f);
        if (ascii && used + name.length() + value.length() <= MAX_METADATA) {
            metadata.putIfAbsent(name, value);
        }
    }
}
