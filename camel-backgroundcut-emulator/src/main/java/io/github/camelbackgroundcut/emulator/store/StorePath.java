// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a stored file, such as {@code my-project/photo.jpg}. Holding one means that it has been checked: it is
 * relative, and no segment is empty, a dot segment, or hides a separator or a control character, however often it is
 * percent-decoded.
 */
public record StorePath(String value) {

    /** What stands before a file's path in the URL of its download. */
    public static final String URL_PREFIX = "/v3/files/";

    /** What stands before a file's key in its public URL. */
    public static final String PUBLIC_URL_PREFIX = "/public/";

    private static final int MAX_BYTES = 1024;
    private static final int MAX_SEGMENT_BYTES = 255;

    public StorePath {
        problem(value).ifPresent(problem -> {
            throw ApiError.badRequest("Invalid path: " + problem);
        });
    }

    /** Reads a path as it stands in a request's URL, percent-encoded segment by segment. */
    public static StorePath fromUrl(String encoded) {
        List<String> segments = new ArrayList<>();
        for (String segment : encoded.split("/", -1)) {
            String decoded = PercentEncoding.decode(segment)
                    .orElseThrow(() -> ApiError.badRequest("Invalid path: its percent-encoding is broken"));
            segmentProblem(decoded).ifPresent(problem -> {
                throw ApiError.badRequest("Invalid path: " + problem);
            });
            segments.add(decoded);
        }
        return new StorePath(String.join("/", segments));
    }

    public StorePath resolve(String name) {
        return new StorePath(value + "/" + name);
    }

    /** Whether the name ends so, in any case. */
    public boolean hasExtension(String... extensions) {
        for (String extension : extensions) {
            String ending = "." + extension;
            if (value.regionMatches(true, value.length() - ending.length(), ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return value;
    }

    /** Why a text is no path; empty if it is one. */
    public static Optional<String> problem(String path) {
        if (path.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (path.startsWith("/")) {
            return Optional.of("it must be relative");
        }
        Optional<Integer> length = utf8Length(path);
        if (length.isEmpty()) {
            return Optional.of("it is not Unicode");
        }
        if (length.get() > MAX_BYTES) {
            return Optional.of("it is longer than " + MAX_BYTES + " bytes");
        }
        for (String segment : path.split("/", -1)) {
            Optional<String> problem = segmentProblem(segment);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Why a text is no segment of a path; empty if it is one. */
    public static Optional<String> segmentProblem(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("it has an empty segment");
        }
        if (utf8Length(segment).orElse(0) > MAX_SEGMENT_BYTES) {
            return Optional.of("a segment is longer than " + MAX_SEGMENT_BYTES + " bytes");
        }
        // "%2e%2e" is a name to us, but not to a proxy or a tool that decodes once more.
        Optional<String> decoded = Optional.of(segment);
        while (decoded.isPresent()) {
            String text = decoded.get();
            if (text.equals(".") || text.equals("..")) {
                return Optional.of("it has a dot segment");
            }
            if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
                return Optional.of("it has a backslash or an encoded separator");
            }
            if (text.chars().anyMatch(Character::isISOControl)) {
                return Optional.of("it has a control character");
            }
            decoded = PercentEncoding.decode(text).filter(next -> !next.equals(text));
        }
        return Optional.empty();
    }

    private static Optional<Integer> utf8Length(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Optional.of(bytes.remaining());
        } catch (CharacterCodingException e) {
            // A lone surrogate: no file and no URL can carry it.
            return Optional.empty();
        }
    }
}
