// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.servletwar;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel lives as long as the web application: it starts before the first request and stops after the last. */
public class CamelStarter implements ServletContextListener {

    private static final Logger LOG = LoggerFactory.getLogger(CamelStarter.class);

    private final Main camel = new Main();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            // Not run(): it would wait here, and leave a shutdown hook behind that holds on to the application.
            camel.start();
        } catch (RuntimeException e) {
            // Containers write it to another log than the console, if at all.
            LOG.error("The application can't start: {}", cause(e));
            throw e;
        }
    }

    /** The innermost one names the missing property, or the option to change. */
    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        camel.stop();
    }
}
