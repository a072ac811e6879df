// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

/**
 * What an endpoint's calls have to keep to, and what is kept of them.
 *
 * @param operation the endpoint's
 * @param permits how many calls at a time
 * @param pacer how many over time
 */
record CallControl(
        String operation,
        RetryPolicy retryPolicy,
        CallPermits permits,
        CallPacer pacer,
        Counters counters,
        RecentErrors errors) {}
