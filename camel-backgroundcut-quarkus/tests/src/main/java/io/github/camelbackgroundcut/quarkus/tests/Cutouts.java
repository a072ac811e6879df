// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.tests;

import org.apache.camel.builder.RouteBuilder;

/** An application whose native image is looked at. */
public class Cutouts extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:cutouts").to("backgroundcut:removeBackground");
    }
}
