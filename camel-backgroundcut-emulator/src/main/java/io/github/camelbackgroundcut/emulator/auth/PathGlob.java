// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

/**
 * A pattern for request paths: {@code *} matches any characters, including slashes, so that {@code /v3/files/*}
 * covers files in folders and {@code *} covers everything. All other characters match themselves.
 */
record PathGlob(String pattern) {

    /** Runs in the product of both lengths at worst; a regular expression made of many stars would not. */
    boolean matches(String path) {
        int p = 0;
        int i = 0;
        int star = -1;
        int resume = 0;
        while (i < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = i;
            } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(i)) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
