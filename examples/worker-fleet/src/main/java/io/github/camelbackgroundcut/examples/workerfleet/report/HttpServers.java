// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.report;

import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Where Camel's HTTP servers listen: on ports that were free. */
public final class HttpServers {

    private HttpServers() {}

    /** @return empty if there is none */
    public static String address(CamelContext context, Predicate<VertxPlatformHttpRouter> which) {
        return context.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .filter(which)
                .map(router -> "http://127.0.0.1:" + router.getServer().getPort())
                .findFirst()
                .orElse("");
    }
}
