// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged between its making and its closing: down to TRACE by the component and its HttpClient, to DEBUG by Camel. */
public final class LogCapture implements AutoCloseable {

    /** Camel's own TRACE has URIs as they are written: nothing of ours can help it. */
    private static final Map<String, Level> LEVELS = Map.of(
            "io.github.camelbackgroundcut", Level.TRACE,
            "org.apache.camel", Level.DEBUG,
            "org.apache.hc", Level.TRACE);

    private final LoggerContext context = LoggerContext.getContext(false);
    private final Appender appender = new Appender();

    public LogCapture() {
        appender.start();
        Configuration configuration = context.getConfiguration();
        configuration.getRootLogger().addAppender(appender, Level.ALL, null);
        Configurator.setLevel(LEVELS);
    }

    /** The messages, with their stack traces, that have one of the texts in them. */
    public List<String> linesWith(String... texts) {
        return appender.lines.stream()
                .filter(line -> Stream.of(texts).anyMatch(line::contains))
                .toList();
    }

    /** The MDC of the lines with the text. */
    public List<Map<String, String>> contextsOf(String text) {
        return appender.contexts.stream()
                .filter(line -> line.getKey().contains(text))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender(appender.getName());
        LEVELS.keySet().forEach(context.getConfiguration()::removeLogger);
        context.updateLoggers();
        appender.stop();
    }

    private static final class Appender extends AbstractAppender {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Queue<Map.Entry<String, Map<String, String>>> contexts = new ConcurrentLinkedQueue<>();

        Appender() {
            super("capture", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            StringWriter line = new StringWriter().append(event.getMessage().getFormattedMessage());
            if (event.getThrown() != null) {
                event.getThrown().printStackTrace(new PrintWriter(line.append('\n'), true));
            }
            lines.add(line.toString());
            contexts.add(Map.entry(line.toString(), event.getContextData().toMap()));
        }
    }
}
