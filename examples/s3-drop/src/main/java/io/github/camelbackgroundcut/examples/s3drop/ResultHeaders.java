// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import io.github.camelbackgroundcut.Cutout;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;

/**
 * Says of a cutout how it is to be stored: under the picture's whole key and the variant's name (property {@code resultKey}), and
 * with metadata that tells what it was made of.
 */
public final class ResultHeaders implements Processor {

    /** What S3 allows for all of an object's metadata, in bytes. */
    private static final int MAX_METADATA = 2048;

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        Cutout cutout = message.getBody(Cutout.class);
        String path = exchange.getProperty(PictureProperties.PATH, String.class);
        exchange.setProperty("resultKey", key(path, cutout));
        message.setHeader(AWS2S3Constants.CONTENT_TYPE, cutout.mediaType());
        message.setHeader(AWS2S3Constants.CONTENT_LENGTH, cutout.length());
        message.setHeader(AWS2S3Constants.METADATA, metadata(exchange, path, cutout));
        // AWS' client repeats a request that broke off, which it can't with a stream.
        message.setBody(message.getMandatoryBody(File.class));
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
                exchange.getProperty("etag", "", String.class).replace("\"", ""));
        // Metadata travels in HTTP headers, which hold nothing but ASCII.
        put(
                metadata,
                "source-path",
                URLEncoder.encode(path, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/"));
        Map<?, ?> ofPicture = exchange.getProperty("metadata", Map.of(), Map.class);
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
