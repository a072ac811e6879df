// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingChargesTest {

    private final Refusing repository = new Refusing();
    private final PendingCharges charges = new PendingCharges(Optional.of(repository), Runnable::run);

    @BeforeEach
    void start() {
        repository.start();
    }

    @Test
    void aKeyThatADatabaseRefusesSinceAnotherHasInsertedItIsAnothers() {
        repository.beforeAdding = () -> {
            repository.insert("work");
            throw new IllegalStateException("duplicate key");
        };

        assertThat(charges.begin("work", 0)).isFalse();
    }

    @Test
    void aKeyThatTheOtherHasRemovedSinceIsOurs() {
        repository.beforeAdding = () -> {
            throw new IllegalStateException("duplicate key");
        };

        assertThat(charges.begin("work", 0)).isTrue();
        assertThat(repository.contains("work")).isTrue();
    }

    @Test
    void aDatabaseThatCannotAddFails() {
        repository.beforeAdding = () -> {
            throw new IllegalStateException("no connection");
        };
        repository.always = true;

        assertThatThrownBy(() -> charges.begin("work", 0)).hasMessage("no connection");
    }

    @Test
    void whatBeganLaterIsNotBegunBySomebodyWhoKnowsTheFirstCallOnly() {
        charges.begin("work", 0);
        charges.begin("work", 1);

        assertThat(charges.begin("work", 1)).isFalse();
        assertThat(charges.newest("work", 0)).isEqualTo(1);
    }

    /** A process that waited for the second call must find the third, although the first two have ended. */
    @Test
    void theCallsBeforeAreAddedAgain() {
        charges.begin("work", 2);

        assertThat(charges.begin("work", 0)).isFalse();
        assertThat(charges.begin("work", 1)).isFalse();
        assertThat(charges.newest("work", 0)).isEqualTo(2);
    }

    @Test
    void whatHasEndedLeavesNothing() {
        charges.begin("work", 0);
        charges.begin("work", 1);

        charges.end("work", 1);

        assertThat(repository.getCache()).isEmpty();
    }

    @Test
    void aRepositoryThatContainsEverythingIsNoEndlessLoop() {
        PendingCharges known = new PendingCharges(
                Optional.of(new MemoryIdempotentRepository() {
                    @Override
                    public boolean contains(String key) {
                        return true;
                    }
                }),
                Runnable::run);

        assertThat(known.newest("work", 0)).isPositive();
    }

    /** Fails to add the first time, or always. */
    private static final class Refusing extends MemoryIdempotentRepository {

        private Runnable beforeAdding = () -> {};
        private boolean always;

        @Override
        public boolean add(String key) {
            Runnable now = beforeAdding;
            if (!always) {
                beforeAdding = () -> {};
            }
            now.run();
            return super.add(key);
        }

        private void insert(String key) {
            super.add(key);
        }
    }
}
