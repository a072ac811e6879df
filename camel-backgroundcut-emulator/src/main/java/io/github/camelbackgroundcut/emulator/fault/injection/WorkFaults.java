// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault.injection;

import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.fault.CallKind;
import io.github.camelbackgroundcut.emulator.fault.FaultCall;
import io.github.camelbackgroundcut.emulator.fault.FaultKind;
import io.github.camelbackgroundcut.emulator.fault.InjectedFault;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.http.ConnectionGoneException;
import io.github.camelbackgroundcut.emulator.store.FileStore;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets faults strike before a call's work: after its JSON body was read, but before an upload's body is. */
public final class WorkFaults implements Handler<RoutingContext> {

    private static final Set<FaultKind> REFUSALS = EnumSet.of(
            FaultKind.RATE_LIMITED,
            FaultKind.UNAVAILABLE,
            FaultKind.FORBIDDEN,
            FaultKind.SERVER_ERROR,
            FaultKind.BAD_GATEWAY);
    // Whatever the call, whatever the dialect.
    private static final List<String> INPUT_FIELDS = List.of(Vocabulary.PATHS.input(), Vocabulary.KEYS.input(), "key");

    private final FileStore store;

    public WorkFaults(FileStore store) {
        this.store = store;
    }

    @Override
    public void handle(RoutingContext context) {
        FaultCall call = CallFaults.of(context).orElseThrow();
        inputPath(context, call).ifPresent(path -> CallFaults.put(context, call.about(path)));
        long latency = CallFaults.strike(context, List.of(FaultKind.LATENCY))
                .flatMap(InjectedFault::duration)
                .map(Duration::toMillis)
                .orElse(0L);
        if (latency > 0) {
            context.vertx().setTimer(latency, id -> afterLatency(context));
        } else {
            afterLatency(context);
        }
    }

    private void afterLatency(RoutingContext context) {
        FaultCall call = CallFaults.of(context).orElseThrow();
        boolean isUpload = call.kind() == CallKind.UPLOAD;
        if (isUpload && context.response().closed()) {
            // What has not come yet never will. A call that was read whole goes on: the work is done for nobody.
            context.fail(new ConnectionGoneException());
            return;
        }
        Optional<InjectedFault> refusal = CallFaults.strike(context, REFUSALS);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
        } else if (!isUpload && resets(context)) {
            ConnectionReset.of(context.request());
        } else {
            strikeFile(context, call);
        }
    }

    /** Whether the connection is to be reset now that the request was read whole. */
    public static boolean resets(RoutingContext context) {
        return CallFaults.strike(context, List.of(FaultKind.RESET_AFTER)).isPresent();
    }

    private void strikeFile(RoutingContext context, FaultCall call) {
        // Only a file that is there can get lost.
        Optional<StorePath> path = Optional.of(call.about())
                .filter(text ->
                        call.kind().namesFile() && StorePath.problem(text).isEmpty())
                .map(StorePath::new)
                .filter(store::has);
        if (path.isEmpty()) {
            context.next();
        } else if (CallFaults.strike(context, List.of(FaultKind.EXPIRED)).isPresent()) {
            context.vertx()
                    .executeBlocking(
                            () -> {
                                store.remove(path.get());
                                return null;
                            },
                            false)
                    .onSuccess(removed -> context.fail(FileStore.noSuchFile(path.get())))
                    .onFailure(context::fail);
        } else if (CallFaults.strike(context, List.of(FaultKind.MISSING)).isPresent()) {
            context.fail(FileStore.noSuchFile(path.get()));
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, InjectedFault fault) {
        fault.duration()
                .ifPresent(
                        wait -> context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        context.fail(ApiError.onDemand(Integer.parseInt(fault.fault().text())));
    }

    private static String inputPath(JsonObject json) {
        return INPUT_FIELDS.stream()
                .map(json::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> inputPath(RoutingContext context, FaultCall call) {
        if (!call.kind().namesFile() || call.kind() == CallKind.DOWNLOAD) {
            return Optional.empty();
        }
        Buffer body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
        try {
            return Json.decodeValue(body) instanceof JsonObject json ? Optional.of(inputPath(json)) : Optional.of("");
        } catch (DecodeException e) {
            // The call's own handler will tell what is wrong with it.
            return Optional.of("");
        }
    }
}
