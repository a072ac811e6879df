// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import java.util.Map;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** A worker that dies in the worst moment: all is done, and nothing is committed. */
final class DyingWorker {

    private DyingWorker() {}

    public static void main(String[] arguments) {
        Fleet fleet = new Fleet(Role.WORKER, Map.of(), System.getenv());
        fleet.bind("death", new Death());
        fleet.start();
    }

    private static final class Death extends SimpleEventNotifierSupport {

        private Death() {
            setIgnoreExchangeEvents(false);
            setIgnoreExchangeCompletedEvent(false);
        }

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof ExchangeCompletedEvent completed
                    && "worker".equals(completed.getExchange().getFromRouteId())) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
