// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.tests;

import java.io.File;
import org.apache.camel.builder.RouteBuilder;

/** Answers with the address of the service, and with the format of a cutout. */
public class MugRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("platform-http:/mug")
                .setBody(exchange -> new File("../../examples/file-drop/samples/mug.jpg"))
                .to("backgroundcut:removeBackground?maxResolution=40000")
                .process(exchange -> {
                    String format = new String(exchange.getMessage().getBody(byte[].class), 1, 3);
                    String url = getContext().resolvePropertyPlaceholders("{{camel.component.backgroundcut.base-url}}");
                    exchange.getMessage().setBody("first " + url + " " + format);
                });
    }
}
