// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The headers that tell the next step what the body is. */
final class PictureHeaders {

    private static final String CONTENT_LENGTH = "Content-Length";

    private PictureHeaders() {}

    static void set(Message message, String fileName, String mediaType, long length) {
        message.setHeader(Exchange.FILE_NAME, fileName);
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        // What came with the former body would cut the new one off, or decode it.
        if (message.getHeader(CONTENT_LENGTH) != null) {
            message.setHeader(CONTENT_LENGTH, length);
        }
        message.removeHeader(Exchange.CONTENT_ENCODING);
    }
}
