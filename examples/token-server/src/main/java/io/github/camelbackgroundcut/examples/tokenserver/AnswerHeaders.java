// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Camel's choice of headers for the wire, and {@code Cache-Control} with them, which it leaves out. */
public final class AnswerHeaders extends HttpHeaderFilterStrategy {

    public AnswerHeaders() {
        getOutFilter().remove("cache-control");
    }
}
