// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Images that are attached to something, as e-mail, SOAP and forms bring them: a Jakarta {@code DataHandler}, or what Camel
 * converts to one, such as an {@code Attachment} of camel-attachments.
 */
final class AttachedImages {

    private static final boolean HAS_ACTIVATION = hasActivation();

    private AttachedImages() {}

    /** Reads the image; empty for a body that is something else. */
    static Optional<AttachedImage> of(Exchange exchange, Object body) throws IOException {
        return HAS_ACTIVATION ? WithActivation.of(exchange, body) : Optional.empty();
    }

    private static boolean hasActivation() {
        try {
            Class.forName("jakarta.activation.DataHandler", false, AttachedImages.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * An image and what its attachment says of it.
     *
     * @param mediaType if it is an image's
     */
    record AttachedImage(ImageContent content, Optional<String> name, Optional<String> mediaType) {}

    /** Loaded only where its library is. */
    private static final class WithActivation {

        static Optional<AttachedImage> of(Exchange exchange, Object body) throws IOException {
            DataHandler handler = body instanceof DataHandler itself ? itself : attachment(exchange, body);
            if (handler == null) {
                return Optional.empty();
            }
            try (InputStream in = handler.getInputStream()) {
                return Optional.of(new AttachedImage(
                        ImageCaches.read(in, exchange).content(),
                        Optional.ofNullable(handler.getName()).filter(name -> !name.isBlank()),
                        ImageTypes.fromHeader(handler.getContentType())));
            }
        }

        private static DataHandler attachment(Exchange exchange, Object body) {
            return body.getClass().getName().startsWith("org.apache.camel.attachment.")
                    ? exchange.getContext().getTypeConverter().tryConvertTo(DataHandler.class, exchange, body)
                    : null;
        }
    }
}
