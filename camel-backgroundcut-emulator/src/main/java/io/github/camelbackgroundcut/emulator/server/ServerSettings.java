// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
import io.github.camelbackgroundcut.emulator.plan.Plan;
import java.time.Clock;
import java.util.List;

/**
 * What the HTTP side needs to know.
 *
 * @param host           the address to bind to
 * @param port           the TCP port, 0 for a free one
 * @param apiKeys        the API keys that are accepted, each of an account
 * @param maxUploadBytes the longest body of an upload
 * @param clock          tells when tokens and URLs expire, and when calls come
 * @param dialect        which dialects are spoken at the start
 * @param plan           what each account may do at the start
 * @param faults         what goes wrong from the start
 */
public record ServerSettings(
        String host,
        int port,
        List<String> apiKeys,
        long maxUploadBytes,
        Clock clock,
        Dialect dialect,
        Plan plan,
        FaultPlan faults) {}
