// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.tracing;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/** Names the spans of camel-telemetry, and so of camel-opentelemetry2. */
public class BackgroundCutTelemetryDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return SpanNames.SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return BackgroundCutComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return SpanNames.of(endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        span.setTag(SpanNames.OPERATION, SpanNames.operation(endpoint));
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        Object status = exchange.getMessage().getHeader(BackgroundCutConstants.STATUS_CODE);
        if (status != null) {
            span.setTag(TagConstants.HTTP_STATUS, status.toString());
        }
    }
}
