// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.fault.CallKind;
import io.github.camelbackgroundcut.emulator.fault.FaultKind;
import io.github.camelbackgroundcut.emulator.http.PercentEncoding;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Lets faults strike when no more than a request's head has come. */
public final class HeadFaults implements Handler<RoutingContext> {

    private final FaultControl faults;
    private final CallKind kind;

    public HeadFaults(FaultControl faults, CallKind kind) {
        this.faults = faults;
        this.kind = kind;
    }

    @Override
    public void handle(RoutingContext context) {
        CallFaults.put(context, faults.run().call(kind, about(context.request())));
        if (CallFaults.strike(context, List.of(FaultKind.RESET_BEFORE)).isPresent()) {
            ConnectionReset.of(context.request());
        } else {
            context.next();
        }
    }

    /** What the head tells about: the file's path, or else the body's length. */
    private String about(HttpServerRequest request) {
        if (kind == CallKind.DOWNLOAD) {
            String prefix = request.path().startsWith(StorePath.PUBLIC_URL_PREFIX)
                    ? StorePath.PUBLIC_URL_PREFIX
                    : StorePath.URL_PREFIX;
            String path = request.path().substring(prefix.length());
            return PercentEncoding.decode(path).orElse(path);
        }
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                .orElse("");
    }
}
