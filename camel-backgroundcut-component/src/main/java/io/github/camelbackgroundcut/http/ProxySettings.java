// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import java.util.Objects;
import java.util.Optional;

/**
 * A forward proxy, spoken to in plain http; calls to an https service go through a tunnel.
 *
 * @param host its name or address
 * @param port its port
 * @param login for a proxy that asks for Basic authentication
 */
public record ProxySettings(String host, int port, Optional<Login> login) {

    public ProxySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(login, "login");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("proxyPort is " + port + ": use 1 to 65535");
        }
    }

    /**
     * The settings of the component's options, each null if it is not set.
     *
     * @throws IllegalArgumentException with a sentence that says what to change, if the options can't be combined
     */
    public static Optional<ProxySettings> of(String host, Integer port, String username, String password) {
        if (host == null) {
            if (port != null || username != null || password != null) {
                throw new IllegalArgumentException(
                        "Proxy options are set, but not proxyHost: set it or remove the others");
            }
            return Optional.empty();
        }
        if (port == null) {
            throw new IllegalArgumentException("proxyHost is set, but not proxyPort");
        }
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("Set both proxyAuthUsername and proxyAuthPassword, or neither");
        }
        return Optional.of(
                new ProxySettings(host, port, Optional.ofNullable(username).map(user -> new Login(user, password))));
    }

    /** A user and a password. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[xxxxxx]";
        }
    }
}
