// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The headers that describe the body to the next step. */
public final class PictureHeaders {

    private static final String CONTENT_LENGTH = "Content-Length";

    /** Told of the former body: of the new one they aren't true, and a next step might send them with it. */
    private static final List<String> OF_A_BODY = List.of(
            "Content-Encoding",
            "Content-Disposition",
            "Content-Digest",
            "Content-Language",
            "Content-Location",
            "Content-MD5",
            "Content-Range",
            "Content-Transfer-Encoding",
            "Digest",
            "ETag",
            "Last-Modified",
            "Repr-Digest",
            "Transfer-Encoding");

    private PictureHeaders() {}

    public static void set(Message message, String fileName, String mediaType, long length) {
        forget(message);
        message.setHeader(Exchange.FILE_NAME, fileName);
        correct(message, Exchange.FILE_NAME_ONLY, fileName.substring(fileName.lastIndexOf('/') + 1));
        correct(message, Exchange.FILE_LENGTH, length);
        correct(message, Exchange.FILE_CONTENT_TYPE, mediaType);
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        // The headers of the previous body would truncate the new one, or decode it.
        correct(message, CONTENT_LENGTH, length);
    }

    /** For several results as one body: each brings its own type and length. */
    public static void setForSeveral(Message message) {
        forget(message);
        List.of(Exchange.CONTENT_TYPE, CONTENT_LENGTH, Exchange.FILE_LENGTH, Exchange.FILE_CONTENT_TYPE)
                .forEach(message::removeHeader);
    }

    private static void forget(Message message) {
        OF_A_BODY.forEach(message::removeHeader);
    }

    /** Only where there is one: many steps know nothing of it. */
    private static void correct(Message message, String header, Object value) {
        if (message.getHeader(header) != null) {
            message.setHeader(header, value);
        }
    }
}
