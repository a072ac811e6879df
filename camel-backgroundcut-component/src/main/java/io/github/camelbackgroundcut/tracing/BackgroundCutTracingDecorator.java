// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.tracing;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.tracing.SpanAdapter;
import org.apache.camel.tracing.TagConstants;
import org.apache.camel.tracing.decorators.AbstractSpanDecorator;

/** Names the spans of camel-tracing, and so of camel-opentelemetry and camel-observation. */
public class BackgroundCutTracingDecorator extends AbstractSpanDecorator {

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
    public void pre(SpanAdapter span, Exchange exchange, Endpoint endpoint) {
        super.pre(span, exchange, endpoint);
        span.setTag(SpanNames.OPERATION, SpanNames.operation(endpoint));
    }

    @Override
    public void post(SpanAdapter span, Exchange exchange, Endpoint endpoint) {
        super.post(span, exchange, endpoint);
        Object status = exchange.getMessage().getHeader(BackgroundCutConstants.STATUS_CODE);
        if (status != null) {
            span.setTag(TagConstants.HTTP_STATUS, status.toString());
        }
    }
}
