// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks;

/** What client and server speak over. */
public enum Transport {
    PLAIN("plain HTTP", "http"),
    TLS("TLS", "https");

    private final String title;
    private final String scheme;

    Transport(String title, String scheme) {
        this.title = title;
        this.scheme = scheme;
    }

    public String title() {
        return title;
    }

    String scheme() {
        return scheme;
    }
}
