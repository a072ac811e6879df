// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Ends the start if the port is taken: Camel's HTTP server would log that, and the program would live on unheard. */
final class FreePort extends MainListenerSupport {

    @Override
    public void afterConfigure(BaseMainSupport main) {
        CamelContext camel = main.getCamelContext();
        String host = camel.resolvePropertyPlaceholders("{{tokenserver.host}}");
        int port = Integer.parseInt(camel.resolvePropertyPlaceholders("{{tokenserver.port}}"));
        try {
            new ServerSocket(port, 1, InetAddress.getByName(host)).close();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can listen at " + host + ":" + port, e);
        }
    }
}
