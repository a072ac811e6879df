// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a multipart body ends with its closing delimiter. Vert.x does not report a body that ends in the
 * middle of a part: the part's stream just never ends.
 */
final class ClosingDelimiter {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);
    private static final int LINE_BREAK = 2;

    private final String delimiter;
    private String tail = "";

    private ClosingDelimiter(String boundary) {
        this.delimiter = "--" + boundary.strip() + "--";
    }

    /** Empty if the content type has no boundary. */
    static Optional<ClosingDelimiter> of(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        return matcher.find() ? Optional.of(new ClosingDelimiter(matcher.group(1))) : Optional.empty();
    }

    /** Takes the next bytes of the body. */
    void add(Buffer data) {
        int kept = delimiter.length() + LINE_BREAK;
        Buffer end = data.slice(Math.max(0, data.length() - kept), data.length());
        String joined = tail + end.toString(StandardCharsets.ISO_8859_1);
        tail = joined.substring(Math.max(0, joined.length() - kept));
    }

    boolean isReached() {
        return tail.contains(delimiter);
    }
}
