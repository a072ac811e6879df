// SPD-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaidWorkTest {

    private final Refusing repository = new Refusing();
    private final PaidWork paidWork = new PaidWork(Optional.of(repository));

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

        assertThat(paidWork.begin("work", 0)).isFalse();
    }

    @Test
    void aKeyThatTheOtherHasRemovedSinceIsOurs() {
        repository.beforeAdding = () -> {
            throw new IllegalStateException("duplicate key");
        };

        assertThat(paidWork.begin("work", 0)).isTrue();
        assertThat(repository.contains("work")).isTrue();
    }

    @Test
    void aDatabaseThatCannotAddFails() {
        repository.beforeAdding = () -> {
            throw new IllegalStateException("no connection");
        };
        repository.always = true;

        assertThatThrownBy(() -> paidWork.begin("work", 0)).hasMessage("no connection");
    }

    @Test
    void whatBeganLaterIsNotBegunBySomebodyWhoKnowsTheFirstCallOnly() {
        paidWork.begin("work", 0);
        paidWork.begin("work", 1);

        assertThat(paidWork.begin("work", 1)).isFalse();
        assertThat(paidWork.newest("work", 0)).isEqualTo(1);
    }

    /** Whoever waited for the second call must find the third, although the first two have ended. */
    @Test
    void theCallsBeforeAreAddedAgain() {
        paidWork.begin("work", 2);

        assertThat(paidWork.begin("work", 0)).isFalse();
        assertThat(paidWork.begin("work", 1)).isFalse();
        assertThat(paidWork.newest("work", 0)).isEqualTo(2);
    }

    @Test
    void whatHasEndedLeavesNothing() {
        paidWork.begin("work", 0);
        paidWork.begin("work", 1);

        paidWork.end("work", 1);

        assertThat(repository.getCache()).isEmpty();
    }

    @Test
    void aRepositoryThatContainsEverythingIsNoEndlessLoop() {
        PaidWork known = new PaidWork(Optional.of(new MemoryIdempotentRepository() {
            @Override
            public boolean contains(String key) {
                return true;
            }
        }));

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
