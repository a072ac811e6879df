// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.store.StorePath;
import java.util.List;

/** What a credential is good for: patterns that are compared with the path of a request. */
record TokenScope(List<PathGlob> globs) {

    static final TokenScope ALL = of(List.of("*"));

    static TokenScope of(List<String> patterns) {
        return new TokenScope(patterns.stream().map(PathGlob::new).toList());
    }

    boolean covers(String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }

    /**
     * Whether a public URL may be asked for a key. A key stands in the body, where no pattern reaches. But a scope that names
     * files holds for keys, too: otherwise a token for some files would read all of them by their public URLs.
     */
    boolean coversKey(String key) {
        boolean namesFiles = globs.stream().anyMatch(glob -> glob.pattern().startsWith(StorePath.URL_PREFIX));
        return !namesFiles || covers(StorePath.URL_PREFIX + key);
    }
}
