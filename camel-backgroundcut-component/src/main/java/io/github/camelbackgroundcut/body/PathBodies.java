// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import io.github.camelbackgroundcut.api.FilePaths;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Message;
import org.apache.camel.WrappedFile;

/** Reads the path of a stored file from a message. */
public final class PathBodies {

    private PathBodies() {}

    /**
     * The body if it is text, else the header, else what the body is as text. A file's content is never taken for a path.
     *
     * @param header an alternative place; a list with one entry counts as that entry
     * @throws InvalidInputException if the path is missing or invalid
     */
    public static String read(Message message, String header) {
        Object body = message.getBody();
        String path = body instanceof CharSequence text && !text.toString().isBlank() ? text.toString() : null;
        if (path == null) {
            path = message.getHeader(header) == null ? null : single(message, header);
        }
        if (path == null && body instanceof Iterable<?> paths && !isFile(body)) {
            path = single(paths, "message body");
        }
        if (path == null && !isFile(body)) {
            path = dataAsPath(message);
        }
        if (path == null || path.isBlank()) {
            throw new InvalidInputException("No path: put it into the body or into the header " + header);
        }
        return FilePaths.requireValid(path.strip(), "path");
    }

    private static String single(Message message, String header) {
        return message.getHeader(header) instanceof Iterable<?> paths
                ? single(paths, "header " + header)
                : message.getHeader(header, String.class);
    }

    private static String single(Iterable<?> paths, String where) {
        var entries = paths.iterator();
        Object first = entries.hasNext() ? entries.next() : null;
        if (first == null || entries.hasNext()) {
            throw new InvalidInputException(
                    "The " + where + " does not have exactly one path: " + paths + ". Put the right one into the body");
        }
        return first.toString();
    }

    /** What isn't text may be a path, such as one that came by HTTP. */
    private static String dataAsPath(Message message) {
        String text = message.getBody(String.class);
        if (text != null
                && (text.length() > FilePaths.MAX_LENGTH || text.strip().chars().anyMatch(Character::isISOControl))) {
            throw new InvalidInputException(
                    "The message body is an image, or other data, but no path: upload it first, with backgroundcut:upload");
        }
        return text;
    }

    private static boolean isFile(Object body) {
        return body instanceof WrappedFile || body instanceof File || body instanceof Path;
    }
}
