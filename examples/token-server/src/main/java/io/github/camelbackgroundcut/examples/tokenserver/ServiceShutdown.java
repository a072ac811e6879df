// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.service.ServiceSupport;

/** Ties the cutting service to the life of Camel, which stops its services after its routes. */
final class ServiceShutdown extends MainListenerSupport {

    private final BackgroundCutService service;

    ServiceShutdown(BackgroundCutService service) {
        this.service = service;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        try {
            main.getCamelContext().addService(new ServiceSupport() {
                @Override
                protected void doStop() {
                    service.close();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not take the service", e);
        }
    }
}
