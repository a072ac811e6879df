// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.servletwar;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.apache.camel.main.Main;

/** Camel lives as long as the web application: it starts before the first request and stops after the last. */
@WebListener
public class CamelStarter implements ServletContextListener {

    private final Main camel = new Main();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        // The container decides when this ends: a hook of Main's would hold on to a web application that was taken away.
        camel.configure().setShutdownTimeout(30);
        camel.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        camel.stop();
    }
}
