// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelbackgroundcut.support.CamelExtension;
import java.lang.ref.Reference;
import org.apache.camel.Exchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemoryBudgetTest {

    @RegisterExtension
    final CamelExtension camel = new CamelExtension();

    private final MemoryBudget budget = new MemoryBudget(100);

    @Test
    void givesNoMoreThanItHas() {
        assertThat(budget.take(100)).isPresent();
        assertThat(budget.take(1)).isEmpty();
        assertThat(budget.used()).isEqualTo(100);
    }

    @Test
    void hasAgainWhatAShareDidNotNeed() {
        budget.take(100).orElseThrow().shrinkTo(30);

        assertThat(budget.take(70)).isPresent();
        assertThat(budget.take(1)).isEmpty();
    }

    @Test
    void hasAShareAgainOnceHoweverOftenItEnds() {
        MemoryBudget.Share share = budget.take(60).orElseThrow();
        share.run();
        share.run();

        assertThat(budget.used()).isZero();
    }

    @Test
    void hasAShareAgainWhenItsExchangeIsDone() {
        Exchange exchange = camel.exchange(null);
        Object body = new Object();
        budget.take(60).orElseThrow().endWith(exchange, body);
        assertThat(budget.used()).isEqualTo(60);

        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());

        assertThat(budget.used()).isZero();
        Reference.reachabilityFence(body);
    }

    /** As when Camel drops an exchange. */
    @Test
    void hasAShareAgainWhenNobodyHoldsItsBody() {
        Exchange exchange = camel.exchange(null);
        budget.take(60).orElseThrow().endWith(exchange, new Object());

        await().untilAsserted(() -> {
            System.gc();
            assertThat(budget.used()).isZero();
        });
        Reference.reachabilityFence(exchange);
    }
}
