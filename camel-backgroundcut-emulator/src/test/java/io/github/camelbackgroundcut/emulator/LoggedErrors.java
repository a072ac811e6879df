// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What is logged as a warning or an error while this is open. */
final class LoggedErrors implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final LoggerConfig root =
            ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
    private final Appender appender = new Appender();

    LoggedErrors() {
        appender.start();
        root.addAppender(appender, Level.WARN, null);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        root.removeAppender(appender.getName());
        appender.stop();
    }

    private final class Appender extends AbstractAppender {

        private Appender() {
            super("logged-errors", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            messages.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
    }
}
