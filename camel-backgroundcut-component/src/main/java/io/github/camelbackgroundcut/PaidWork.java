// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import java.util.Optional;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Remembers beyond this process which process calls are under way: what was sent, and not yet heard of, must not be sent again
 * by the next process.
 */
final class PaidWork {

    private final Optional<IdempotentRepository> repository;

    PaidWork(Optional<IdempotentRepository> repository) {
        this.repository = repository;
    }

    boolean isUnderWay(String work) {
        return repository.map(known -> known.contains(work)).orElse(false);
    }

    /** The call is about to be sent. */
    void begin(String work) {
        repository.ifPresent(known -> known.add(work));
    }

    /** The call's end is known. */
    void end(String work) {
        repository.ifPresent(known -> known.remove(work));
    }
}
