// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs.walk;

import java.util.List;

/** The ways through the pages. */
final class Walks {

    static final List<Walk> ALL = List.of(
            Walk.of("docs/camel-main.md"),
            Walk.of("docs/dsls.md", "Java", "Run it"),
            Walk.of("docs/dsls.md", "Endpoint DSL", "Run it"),
            Walk.of("docs/dsls.md", "Step by step, with a component of its own", "Run it"),
            Walk.of("docs/dsls.md", "YAML", "Run it"),
            Walk.of("docs/dsls.md", "XML", "Run it"),
            Walk.of("docs/dsls.md", "Secrets and placeholders", "Run it"),
            Walk.of("docs/kamelets.md", "A route", "Run it"),
            Walk.of("docs/kamelets.md", "A pipe", "Run it"),
            Walk.of("docs/kamelets.md", "backgroundcut-token-action", "Run it")
                    .thatPrints("Started route1 \\(direct://token\\)"),
            Walk.of("docs/emulator.md", "In a test of a route").thatPrints("Tests run: 2, Failures: 0, Errors: 0"),
            Walk.of("README.md", "In a route", "Testing with the emulator")
                    .thatPrints("Tests run: 1, Failures: 0, Errors: 0"),
            Walk.of("examples/jbang/README.md", "A route"),
            Walk.of("examples/jbang/README.md", "A Kamelet"),
            Walk.of("examples/jbang/README.md", "Export to Maven"),
            Walk.of("docs/drops.md", "A folder").withInbox("pictures/inbox"),
            Walk.of("docs/drops.md", "In Camel JBang").withInbox("pictures/inbox"),
            Walk.of("docs/drops.md", "A bucket"),
            Walk.of("docs/paying-once.md", "A repository that survives a kill"),
            Walk.of("docs/spring-boot.md", "From an empty folder"),
            Walk.of("docs/quarkus.md"),
            Walk.of("camel-backgroundcut-emulator/README.md", "Three ways to start it"),
            Walk.of("docs/your-own-model.md", "Start").thatPrints("Engine: u2netp \\(u2netp.onnx\\)"),
            Walk.of("docs/esb.md", "A route in Karaf, from an empty folder").withInbox("pictures/inbox"),
            Walk.of("examples/file-drop/README.md", "Make it yours"),
            Walk.of("examples/quarkus/README.md", "Make it yours"),
            Walk.of("examples/s3-drop/README.md", "Make it yours"),
            Walk.of("examples/servlet-war/README.md", "Make it yours").thatPrints("Building war: .*cutouts.war"),
            Walk.of("examples/token-server/README.md", "Make it yours", "Two more clients"),
            Walk.of("examples/worker-fleet/README.md", "Make it yours").withInbox("work/inbox"));

    private Walks() {}
}
