// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

/** File names that the part of a form can have. */
final class FileNames {

    private static final int MAX_LENGTH = 200;

    private FileNames() {}

    /**
     * The last part of a path of either kind, control characters replaced, a very long name cut before its extension; an
     * empty string if nothing is left.
     */
    static String safe(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name = withoutControlCharacters(last).strip();
        if (name.equals(".") || name.equals("..")) {
            return "";
        }
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }

    private static String withoutControlCharacters(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            safe.append(Character.isISOControl(c) ? '_' : c);
        }
        return safe.toString();
    }
}
