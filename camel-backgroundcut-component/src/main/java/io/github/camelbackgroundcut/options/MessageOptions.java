// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import io.github.camelbackgroundcut.BackgroundCutConfigurationConfigurer;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * The options for one message: the endpoint's, with what headers override. A header's name is {@code CamelBackgroundCut} and
 * the option's name.
 *
 * <p>A header shapes a picture or names a place, no more: a message must not change credentials, the service's address, the
 * paths that a token works for, or how calls are made and paid for.
 */
public final class MessageOptions {

    /** The options that headers override. */
    public static final List<String> OVERRIDABLE = List.of(
            "uploadPath",
            "outputFilePath",
            "format",
            "maxResolution",
            "quality",
            "backgroundColor",
            "outputCompression",
            "autocrop",
            "variants",
            "expiresIn",
            "foregroundPoints",
            "backgroundPoints");

    private static final String PREFIX = BackgroundCutConstants.HEADER_PREFIX;

    /** By the name after the prefix, in any case, as with all headers of Camel. */
    private static final Map<String, String> OPTIONS = options();

    private static final BackgroundCutConfigurationConfigurer CONFIGURER = new BackgroundCutConfigurationConfigurer();

    private final BackgroundCutConfiguration configuration;

    public MessageOptions(BackgroundCutConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws InvalidInputException if a header's value doesn't fit its option */
    public BackgroundCutConfiguration of(Exchange exchange) {
        if (!exchange.getMessage().hasHeaders()) {
            return configuration;
        }
        BackgroundCutConfiguration options = configuration;
        for (Map.Entry<String, Object> header :
                exchange.getMessage().getHeaders().entrySet()) {
            String name = header.getKey();
            // Most headers are others': nothing may be made for them.
            String option = name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                    ? OPTIONS.get(name.substring(PREFIX.length()))
                    : null;
            if (option == null || header.getValue() == null) {
                continue;
            }
            if (options == configuration) {
                options = configuration.copy();
            }
            Object plain = plain(header.getValue(), exchange);
            Object value = option.equals("variants") ? Variants.parse(plain) : plain;
            set(options, option, value, exchange.getContext(), "header " + name);
        }
        return options;
    }

    /** Bytes are text: that is how Kafka has all headers. */
    private static Object plain(Object value, Exchange exchange) {
        return value instanceof byte[] || value instanceof ByteBuffer
                ? exchange.getContext().getTypeConverter().convertTo(String.class, exchange, value)
                : value;
    }

    private static Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        OVERRIDABLE.forEach(option -> options.put(option, option));
        return options;
    }

    /**
     * Sets an option by its name.
     *
     * @param where what to name in an error
     */
    public static void set(
            BackgroundCutConfiguration target, String option, Object value, CamelContext context, String where) {
        if (value instanceof String text && text.startsWith("#") && !option.equals("backgroundColor")) {
            // A message must not choose among the registry's beans.
            throw new InvalidInputException(where + " is '" + text + "': a reference can't stand here");
        }
        try {
            CONFIGURER.configure(context, target, option, convertible(option, value), false);
        } catch (RuntimeException e) {
            throw new InvalidInputException(where + " is '" + value + "', which doesn't fit the option " + option, e);
        }
    }

    /** Where an option is an int, Camel leaves a Long as it is; as text, too large a number would lose its upper digits. */
    private static Object convertible(String option, Object value) {
        return value instanceof Long number && CONFIGURER.getOptionType(option, false) == int.class
                ? Integer.valueOf(Math.toIntExact(number))
                : value;
    }
}
