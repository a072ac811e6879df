// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.picture.PictureFormat;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The file name of a multipart part, made safe. */
final class UploadedFileName {

    private static final Pattern EXTENSION = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,5}$");
    private static final int MAX_BASE_BYTES = 200;
    private static final String FALLBACK = "file";

    private UploadedFileName() {}

    /**
     * The name that the file is stored under: its last segment, without its extension, with the extension of what it
     * really is.
     *
     * @param sent the name as it stood in the request, with quotes and line breaks escaped as the WHATWG says
     *             ({@code %22}, {@code %0D}, {@code %0A}), or quotes by a backslash as older clients do
     */
    static String storedName(String sent, PictureFormat format) {
        String decoded = sent.replace("\\\"", "\"")
                .replace("%22", "\"")
                .replace("%0D", "\r")
                .replace("%0d", "\r")
                .replace("%0A", "\n")
                .replace("%0a", "\n");
        String name = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            // Control characters, and surrogates without their other half.
            boolean unsafe = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
            safe.appendCodePoint(unsafe ? '_' : c);
        });
        String base = EXTENSION.matcher(safe.toString().strip()).replaceFirst("");
        return clean(base) + "." + format.extension();
    }

    private static String clean(String base) {
        String name = shorten(base);
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return FALLBACK;
        }
        // "a%2Fb" is a harmless name, but a path may not hold what could be decoded to a separator.
        return StorePath.segmentProblem(name).isEmpty() ? name : name.replace('%', '_');
    }

    private static String shorten(String name) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int c : name.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BASE_BYTES) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString();
    }
}
