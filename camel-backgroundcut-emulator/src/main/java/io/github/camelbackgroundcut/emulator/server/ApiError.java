// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

/** A refusal: the HTTP status and the sentence that the caller gets as {@code {"detail": "..."}}. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiError(int status, String detail) {
        // An answer to the caller, not a fault of ours: no stack trace.
        super(detail, null, false, false);
        this.status = status;
    }

    static ApiError badRequest(String detail) {
        return new ApiError(400, detail);
    }

    static ApiError unauthorized(String detail) {
        return new ApiError(401, detail);
    }

    static ApiError paymentRequired(String detail) {
        return new ApiError(402, detail);
    }

    static ApiError forbidden(String detail) {
        return new ApiError(403, detail);
    }

    static ApiError notFound(String detail) {
        return new ApiError(404, detail);
    }

    static ApiError methodNotAllowed(String method) {
        return new ApiError(405, "Method " + method + " is not allowed here");
    }

    static ApiError tooLarge(String detail) {
        return new ApiError(413, detail);
    }

    static ApiError unsupportedMediaType(String detail) {
        return new ApiError(415, detail);
    }

    /** A refusal that the emulator was asked for. */
    static ApiError onDemand(int status) {
        return new ApiError(status, "A fault on demand: the emulator was asked to answer " + status);
    }

    /** For what Vert.x refuses itself. */
    static ApiError ofStatus(int status) {
        return switch (status) {
            case 400 -> badRequest("Malformed request");
            case 404 -> notFound("Not found");
            case 413 -> tooLarge("The request body is too large");
            default ->
                status >= 500
                        ? new ApiError(status, "The emulator failed, its log says why")
                        : new ApiError(status, "The request was refused");
        };
    }

    int status() {
        return status;
    }
}
