// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.server;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that has ended.
 *
 * @param time          when it came
 * @param method        its method
 * @param path          its path, without query and credentials
 * @param status        the answer's status; 0 if it got none
 * @param millis        how long it took
 * @param bytesReceived the length of its body
 * @param bytesSent     the length of the answer's body
 * @param faults        the faults on demand that struck it, if any did
 */
record Call(
        Instant time,
        String method,
        String path,
        int status,
        long millis,
        long bytesReceived,
        long bytesSent,
        Optional<String> faults) {}
