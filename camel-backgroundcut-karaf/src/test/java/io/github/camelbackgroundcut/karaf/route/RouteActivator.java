// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf.route;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs a route for as long as its bundle is started. {@code docs/esb.md} shows it. */
public class RouteActivator implements BundleActivator {

    private CamelContext camel;

    @Override
    public void start(BundleContext bundle) throws Exception {
        camel = new OsgiDefaultCamelContext(bundle);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:{{sys:pictures}}/inbox?moveFailed=.failed")
                        .to("backgroundcut:removeBackground?apiKey=RAW({{sys:backgroundcut.key}})"
                                + "&baseUrl={{sys:backgroundcut.url}}&format=png")
                        .to("file:{{sys:pictures}}/outbox?fileExist=Fail");
            }
        });
        camel.start();
    }

    @Override
    public void stop(BundleContext bundle) {
        camel.stop();
    }
}
