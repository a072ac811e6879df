// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.servletwar;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.apache.camel.main.Main;

/** Camel lives as long as the web application: it starts before the first request and stops after the last. */
public class CamelStarter implements ServletContextListener {

    private final Main camel = new Main();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        // Not run(): it would wait here, and leave a shutdown hook behind that holds on to the application.
        camel.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        camel.stop();
    }
}
