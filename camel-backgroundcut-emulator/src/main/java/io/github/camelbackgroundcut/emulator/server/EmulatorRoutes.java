// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.engine.CutoutService;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.stream.Collectors;

/** Which handler answers which path. */
final class EmulatorRoutes {

    private static final long MAX_JSON_BYTES = 1024 * 1024;
    private static final List<HttpMethod> READ = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<HttpMethod> WRITE = List.of(HttpMethod.POST);

    private final Router router;
    private final FileStore store;
    private final CallLog callLog = new CallLog();
    private final Credentials credentials;
    private final AccessTokens accessTokens;

    private EmulatorRoutes(Vertx vertx, ServerSettings settings, FileStore store) {
        this.router = Router.router(vertx);
        this.store = store;
        this.accessTokens = new AccessTokens(vertx, settings.clock());
        this.credentials = new Credentials(settings.apiKey(), accessTokens);
    }

    static Router create(
            Vertx vertx, ServerSettings settings, FileStore store, CutoutService cutouts, Workers workers) {
        EmulatorRoutes routes = new EmulatorRoutes(vertx, settings, store);
        routes.addGuards();
        routes.addApi(settings, cutouts, workers);
        routes.addPage();
        routes.router.route().handler(EmulatorRoutes::notFound);
        routes.router.route().failureHandler(new ErrorHandler());
        return routes.router;
    }

    private void addGuards() {
        router.route("/v3/*").handler(callLog);
        router.route().handler(new RawPathGuard(credentials));
    }

    private void addApi(ServerSettings settings, CutoutService cutouts, Workers workers) {
        json("/v3/auth/access-token/", credentials.keyOnly(), new AccessTokenHandler(accessTokens));
        endpoint("/v3/file-ops/upload/", WRITE)
                .handler(credentials.keyOrToken())
                .handler(new UploadHandler(store, settings.maxUploadBytes()));
        json("/v3/tools/ai/remove-bg/process/", credentials.keyOrToken(), new ProcessHandler(store, cutouts, workers));
        json("/v3/tools/ai/ai-cut/segment/", credentials.keyOrToken(), new SegmentHandler(store, cutouts, workers));
        endpoint("/v3/files/*", READ).handler(credentials.keyOrToken()).handler(new FilesHandler(store, "/v3/files/"));
        endpoint("/v3/file-ops/usage/", READ).handler(credentials.keyOrToken()).handler(new UsageHandler(store));
    }

    private void addPage() {
        page("/", new PageHandler("/backgroundcut-emulator/index.html", "text/html"));
        page("/emulator/page.css", new PageHandler("/backgroundcut-emulator/page.css", "text/css"));
        page("/emulator/page.js", new PageHandler("/backgroundcut-emulator/page.js", "text/javascript"));
        page("/emulator/state", new StateHandler(store, callLog));
        page("/emulator/files/*", new FilesHandler(store, "/emulator/files/"));
    }

    private void json(String path, Handler<RoutingContext> guard, Handler<RoutingContext> handler) {
        endpoint(path, WRITE)
                .handler(guard)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_JSON_BYTES)::handle)
                .handler(handler);
    }

    private void page(String path, Handler<RoutingContext> handler) {
        endpoint(path, READ).handler(new LoopbackGuard()).handler(handler);
    }

    private Route endpoint(String path, List<HttpMethod> methods) {
        String allowed = methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")) + ", OPTIONS";
        return router.route(path).handler(context -> {
            HttpMethod method = context.request().method();
            if (methods.contains(method)) {
                context.next();
                return;
            }
            context.response().putHeader("Allow", allowed);
            if (method.equals(HttpMethod.OPTIONS)) {
                context.response().setStatusCode(204).end();
            } else {
                throw ApiError.methodNotAllowed(method.name());
            }
        });
    }

    private static void notFound(RoutingContext context) {
        String path = context.request().path();
        boolean slashMissing = path.startsWith("/v3/") && !path.endsWith("/");
        throw ApiError.notFound("There is no " + path + (slashMissing ? "; the API's paths end in a slash" : ""));
    }
}
