// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.observe.Counters;
import io.github.camelbackgroundcut.observe.RecentErrors;

/**
 * The limits of an endpoint's calls, and their counters.
 *
 * @param operation the endpoint's
 * @param threads limit the number of calls at a time
 * @param pacer limits the number of calls over time, across all endpoints
 * @param pace limits the number of calls over time, for the account
 */
public record CallControl(
        String operation,
        RetryPolicy retryPolicy,
        CallThreads threads,
        CallPacer pacer,
        AdaptivePace pace,
        Counters counters,
        RecentErrors errors) {}
