// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.fault;

import java.util.Optional;

/** A call under a {@link FaultRun}. It asks for each fault at the point where it would strike. */
public final class FaultCall {

    private final FaultRun run;
    private final CallKind kind;
    private final String about;
    private final int attempt;

    FaultCall(FaultRun run, CallKind kind, String about, int attempt) {
        this.run = run;
        this.kind = kind;
        this.about = about;
        this.attempt = attempt;
    }

    /** Whether a fault strikes now. The question uses up a count, so ask once. */
    public Optional<InjectedFault> strike(FaultKind fault) {
        return run.strike(this, fault);
    }

    /** The same call, with its subject. */
    public FaultCall about(String newAbout) {
        return run.call(kind, newAbout);
    }

    public CallKind kind() {
        return kind;
    }

    /** Its subject, such as a file. */
    public String about() {
        return about;
    }

    int attempt() {
        return attempt;
    }
}
