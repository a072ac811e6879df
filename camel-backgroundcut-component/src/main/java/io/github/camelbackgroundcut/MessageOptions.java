// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import io.github.camelbackgroundcut.api.InvalidInputException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.StringHelper;

/**
 * The options for one message: the endpoint's, with what headers override. A header's name is {@code CamelBackgroundCut} and
 * the option's name.
 *
 * <p>Left out are those that a message must not change: credentials, the service's address, what a token is good for, and on
 * which thread a call runs.
 */
final class MessageOptions {

    /** The options that headers override. */
    static final List<String> OVERRIDABLE = List.of(
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
            "backgroundPoints",
            "uploadTimeout",
            "processTimeout",
            "downloadTimeout",
            "tokenTimeout",
            "segmentTimeout",
            "usageTimeout",
            "maxRetryAfter",
            "reuseOutputs",
            "reprocessExpired",
            "maxRetries",
            "retryDelay");

    private static final List<Override> OVERRIDES = OVERRIDABLE.stream()
            .map(option -> new Override(option, BackgroundCutConstants.HEADER_PREFIX + StringHelper.capitalize(option)))
            .toList();

    private static final BackgroundCutConfigurationConfigurer CONFIGURER = new BackgroundCutConfigurationConfigurer();

    private final BackgroundCutConfiguration configuration;

    MessageOptions(BackgroundCutConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws InvalidInputException if a header's value doesn't fit its option */
    BackgroundCutConfiguration of(Exchange exchange) {
        Message message = exchange.getMessage();
        BackgroundCutConfiguration options = configuration;
        for (Override override : OVERRIDES) {
            Object value = message.getHeader(override.header());
            if (value != null) {
                if (options == configuration) {
                    options = configuration.copy();
                }
                boolean variants = override.option().equals("variants");
                set(
                        options,
                        override.option(),
                        variants ? Variants.parse(value) : value,
                        exchange.getContext(),
                        "header " + override.header());
            }
        }
        return options;
    }

    /**
     * Sets an option by its name.
     *
     * @param where what to name in an error
     */
    static void set(
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

    /** Camel converts a Long to a time, but not an Integer; and where an option is an int it leaves a Long as it is. */
    private static Object convertible(String option, Object value) {
        Class<?> type = CONFIGURER.getOptionType(option, false);
        if (value instanceof Number number && type == long.class) {
            return number.longValue();
        }
        // Exactly: as text, too large a number would lose its upper digits.
        return value instanceof Long number && type == int.class ? Integer.valueOf(Math.toIntExact(number)) : value;
    }

    private record Override(String option, String header) {}
}
