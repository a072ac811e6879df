// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Paths of files as the service names them: relative, parts divided by a slash, such as {@code my-project/mug.png}. */
public final class FilePaths {

    /** Of a path, in characters. */
    public static final int MAX_LENGTH = 1024;

    private static final String UNRESERVED = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FilePaths() {}

    /**
     * The path, if it can name a stored file.
     *
     * @param what what the path is, for the message
     * @throws InvalidInputException if it is empty, absolute, overlong, or has a part that is empty, {@code .} or
     *     {@code ..}, a backslash or a control character
     */
    public static String requireValid(String path, String what) {
        if (path == null || path.isBlank()) {
            throw new InvalidInputException("The " + what + " is empty: give a path such as my-project/mug.png");
        }
        if (path.length() > MAX_LENGTH) {
            throw new InvalidInputException("The " + what + " has more than " + MAX_LENGTH + " characters");
        }
        if (hasUnusableCharacter(path)) {
            throw new InvalidInputException(
                    "The " + what + " has a backslash or a control character: " + printable(path));
        }
        if (hasUnusablePart(path)) {
            throw new InvalidInputException(
                    "The " + what + " must be relative, without empty parts, '.' and '..': " + printable(path));
        }
        return path;
    }

    private static boolean hasUnusableCharacter(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || Character.isISOControl(c)) {
                return true;
            }
        }
        return false;
    }

    /** One that is empty, {@code .} or {@code ..}. */
    private static boolean hasUnusablePart(String path) {
        for (int start = 0; start <= path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            int length = end - start;
            if (length == 0 || length <= 2 && path.startsWith("..".substring(0, length), start)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** Whether {@link #requireValid} would pass it. */
    public static boolean isValid(String path) {
        try {
            requireValid(path, "path");
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** The path for a URL: each part percent-encoded as UTF-8 (RFC 3986), the slashes kept. */
    public static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '/' || isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%');
                HEX.toHexDigits(encoded, b);
            }
        }
        return encoded.toString();
    }

    /** The folder of a path with its slash, or an empty string. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The last part of a path, without its extension. */
    public static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
    }

    /** A public URL isn't a path, but may be given as one: its query is a secret. */
    private static String printable(String path) {
        String shown = path.contains("://") ? path.replaceFirst("(?s)[?#].*", "?xxxxxx") : path;
        return shown.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "?");
    }
}
