// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

/** The calls of the API, under the names that errors and logs use. */
public enum ApiCall {
    UPLOAD("upload"),
    PROCESS("process"),
    DOWNLOAD("download"),
    PUBLIC_URL("publicUrl"),
    TOKEN("token"),
    SEGMENT("segment"),
    USAGE("usage");

    private final String label;

    ApiCall(String label) {
        this.label = label;
    }

    /** Whether the service may charge for the call, so that a lost answer is not the same as work not done. */
    public boolean isPaid() {
        return this == PROCESS || this == SEGMENT;
    }

    /** Whether its answer is a secret as a whole. */
    public boolean answersSecret() {
        return this == TOKEN || this == PUBLIC_URL;
    }

    @Override
    public String toString() {
        return label;
    }
}
