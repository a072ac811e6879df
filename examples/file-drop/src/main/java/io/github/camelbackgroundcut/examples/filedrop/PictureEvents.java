// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import io.github.camelbackgroundcut.drop.Drop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * Tells a listener of each picture that is done or has failed, once its file has been moved. Camel's own events say so:
 * nobody has to watch folders.
 */
final class PictureEvents extends SimpleEventNotifierSupport {

    private static final String MILLISECONDS = "filedrop.milliseconds";

    private final Consumer<PictureResult> listener;

    PictureEvents(Consumer<PictureResult> listener) {
        this.listener = listener;
        // The base class ignores all events.
        setIgnoreExchangeEvents(false);
        // Without the one there is no time taken in the other.
        setIgnoreExchangeSendingEvents(false);
        setIgnoreExchangeSentEvents(false);
        setIgnoreExchangeCompletedEvent(false);
    }

    @Override
    public void notify(CamelEvent event) {
        switch (event.getType()) {
            case ExchangeSent -> rememberTime((ExchangeSentEvent) event);
            // What fails without a reason stays in the inbox.
            case ExchangeCompleted -> tell(((CamelEvent.ExchangeEvent) event).getExchange());
            default -> {
                // Nothing that ends a picture's way.
            }
        }
    }

    private static void rememberTime(ExchangeSentEvent event) {
        if (event.getEndpoint().getEndpointUri().startsWith("backgroundcut:")) {
            event.getExchange().setProperty(MILLISECONDS, event.getTimeTaken());
        }
    }

    private void tell(Exchange exchange) {
        GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file == null) {
            return;
        }
        Optional<String> failure = Optional.ofNullable(exchange.getProperty(Drop.FAILURE, String.class));
        Optional<Path> cutout = failure.isPresent()
                ? Optional.empty()
                : Optional.ofNullable(exchange.getMessage().getHeader(Exchange.FILE_NAME_PRODUCED, String.class))
                        .map(Path::of);
        long milliseconds = exchange.getProperty(MILLISECONDS, 0L, Long.class);
        listener.accept(new PictureResult(
                exchange.getProperty(Drop.PICTURE, String.class),
                file.getFileLength(),
                cutout,
                Duration.ofMillis(milliseconds),
                failure));
    }
}
