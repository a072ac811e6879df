// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.http;

/** A refusal: the HTTP status and the sentence that the caller gets as {@code {"detail": "..."}}. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private ApiError(int status, String detail) {
        // An answer to the caller, not a fault of ours: no stack trace.
        super(detail, null, false, false);
        this.status = status;
    }

    public static ApiError badRequest(String detail) {
        return new ApiError(400, detail);
    }

    public static ApiError unauthorized(String detail) {
        return new ApiError(401, detail);
    }

    public static ApiError paymentRequired(String detail) {
        return new ApiError(402, detail);
    }

    public static ApiError forbidden(String detail) {
        return new ApiError(403, detail);
    }

    public static ApiError notFound(String detail) {
        return new ApiError(404, detail);
    }

    public static ApiError methodNotAllowed(String method) {
        return new ApiError(405, "Method " + method + " is not allowed here");
    }

    public static ApiError tooLarge(String detail) {
        return new ApiError(413, detail);
    }

    public static ApiError tooManyRequests(String detail) {
        return new ApiError(429, detail);
    }

    public static ApiError unsupportedMediaType(String detail) {
        return new ApiError(415, detail);
    }

    /** A refusal that the emulator was asked for. */
    public static ApiError onDemand(int status) {
        return new ApiError(status, "A fault on demand: the emulator was asked to answer " + status);
    }

    /** For what Vert.x refuses itself. */
    public static ApiError ofStatus(int status) {
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

    public int status() {
        return status;
    }
}
