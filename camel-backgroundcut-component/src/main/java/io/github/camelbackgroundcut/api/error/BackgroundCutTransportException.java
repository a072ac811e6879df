// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api.error;

import io.github.camelbackgroundcut.api.ApiCall;
import java.io.IOException;

/** No whole answer came. */
public class BackgroundCutTransportException extends IOException implements FailedCall {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Phase phase;
    private final boolean mayHaveBeenCharged;

    /** How far a call had come. */
    public enum Phase {
        /** No connection: the service has seen nothing. */
        CONNECT("while connecting to"),
        /** The request wasn't sent whole. */
        SEND("while sending the request to"),
        /** The request was sent; no answer came. */
        RESPONSE("while waiting for the answer of"),
        /** The answer broke off. */
        BODY("while reading the answer of");

        private final String words;

        Phase(String words) {
            this.words = words;
        }
    }

    /**
     * @param call the call that failed
     * @param uri where it went; holds no secret
     * @param phase how far it had come
     * @param cause what happened
     */
    public BackgroundCutTransportException(ApiCall call, String uri, Phase phase, IOException cause) {
        super(message(call, uri, phase, cause), cause);
        this.operation = call.toString();
        this.phase = phase;
        this.mayHaveBeenCharged = mayHaveBeenCharged(call, phase);
    }

    @Override
    public String getOperation() {
        return operation;
    }

    /** How far the call had come. */
    public Phase getPhase() {
        return phase;
    }

    @Override
    public boolean mayHaveBeenCharged() {
        return mayHaveBeenCharged;
    }

    private static boolean mayHaveBeenCharged(ApiCall call, Phase phase) {
        return call.isPaid() && (phase == Phase.RESPONSE || phase == Phase.BODY);
    }

    private static String message(ApiCall call, String uri, Phase phase, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String message = "BackgroundCut " + call + " failed " + phase.words + ' ' + uri + ": " + reason;
        return mayHaveBeenCharged(call, phase)
                ? message + ". The picture may have been processed and charged: look for its output before repeating"
                : message;
    }
}
