// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeSuccessTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final ExchangeSuccess success = ExchangeSuccess.of(exchange);
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void anActionWaitsForTheEndOfTheExchange() {
        success.then(() -> done.add("action"));
        assertThat(done).isEmpty();

        end();

        assertThat(done).containsExactly("action");
        assertThat(success.isOpen()).isFalse();
    }

    @Test
    void anActionAfterTheEndIsDoneAtOnce() {
        end();

        success.then(() -> done.add("action"));

        assertThat(done).containsExactly("action");
    }

    @Test
    void nothingIsDoneForAnExchangeThatFails() {
        success.then(() -> done.add("before"));
        exchange.setException(new IllegalStateException("failed"));

        end();
        success.then(() -> done.add("after"));

        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsDoneForAnExchangeWhoseFailureWasHandled() {
        success.then(() -> done.add("action"));
        exchange.getExchangeExtension().setFailureHandled(true);

        end();

        assertThat(done).isEmpty();
    }

    @Test
    void anActionThatFailsKeepsNoOtherFromBeingDone() {
        success.then(() -> {
            throw new IllegalStateException("no connection");
        });
        success.then(() -> done.add("action"));

        end();

        assertThat(done).containsExactly("action");
    }

    private void end() {
        UnitOfWorkHelper.doneSynchronizations(
                exchange, exchange.getExchangeExtension().handoverCompletions());
    }
}
