// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;

/**
 * The settings of a client.
 *
 * @param maxConnections the most connections at a time
 * @param connectTimeout the longest wait for a connection to be made
 * @param sslContext for https; empty for the JVM's default
 * @param hostnameVerifier for https; empty for HttpClient's default
 * @param proxy a forward proxy, if one is used
 */
public record HttpSettings(
        int maxConnections,
        Duration connectTimeout,
        Optional<SSLContext> sslContext,
        Optional<HostnameVerifier> hostnameVerifier,
        Optional<ProxySettings> proxy) {

    public HttpSettings {
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(sslContext, "sslContext");
        Objects.requireNonNull(hostnameVerifier, "hostnameVerifier");
        Objects.requireNonNull(proxy, "proxy");
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConcurrentCalls is " + maxConnections + ": use 1 or more");
        }
    }
}
