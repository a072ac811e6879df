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

    /** A user and a password. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[xxxxxx]";
        }
    }
}
