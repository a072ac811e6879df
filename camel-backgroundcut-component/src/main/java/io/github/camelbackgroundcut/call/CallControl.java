// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.call;

import io.github.camelbackgroundcut.observe.Counters;
import io.github.camelbackgroundcut.observe.RecentErrors;

/**
 * What an endpoint's calls have to keep to, and what is kept of them.
 *
 * @param operation the endpoint's
 * @param threads bound how many calls are made at a time
 * @param pacer how many over time, all endpoints together
 * @param pace how many over time, as its account's limit allows
 */
public record CallControl(
        String operation,
        RetryPolicy retryPolicy,
        CallThreads threads,
        CallPacer pacer,
        AdaptivePace pace,
        Counters counters,
        RecentErrors errors) {}
