// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends a connection by a TCP reset (RST), so that the caller sees "connection reset" and not an orderly end. */
public final class ConnectionReset {

    private ConnectionReset() {}

    public static void of(HttpServerRequest request) {
        // Vert.x has no such call. With no time to linger, closing drops what is unsent and resets.
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
