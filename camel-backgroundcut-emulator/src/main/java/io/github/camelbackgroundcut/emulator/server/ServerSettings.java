// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import java.time.Clock;

/**
 * What the HTTP side needs to know.
 *
 * @param host           the address to bind to
 * @param port           the TCP port, 0 for a free one
 * @param apiKey         the API key that is accepted
 * @param maxUploadBytes the longest body of an upload
 * @param clock          tells when tokens expire
 * @param faults         what goes wrong from the start
 */
public record ServerSettings(
        String host, int port, String apiKey, long maxUploadBytes, Clock clock, FaultPlan faults) {}
