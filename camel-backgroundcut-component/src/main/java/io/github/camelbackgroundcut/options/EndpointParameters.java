// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.util.PropertiesHelper;

/** The endpoint parameters that Camel's own binding can't set as they are meant. */
public final class EndpointParameters {

    private static final List<String> CREDENTIALS = List.of("apiKey", "accessToken", "accessTokenProvider");
    private static final String VARIANT_PREFIX = "variant.";

    private EndpointParameters() {}

    /** Moves them to the endpoint's configuration, a copy of the component's; the others stay. */
    public static void moveTo(
            BackgroundCutConfiguration configuration, Map<String, Object> parameters, CamelContext context) {
        if (CREDENTIALS.stream().anyMatch(parameters::containsKey)) {
            // The endpoint's own credential replaces the component's, of whichever kind.
            configuration.setApiKey(null);
            configuration.setAccessToken(null);
            configuration.setAccessTokenProvider(null);
        }
        Map<String, Object> variants = PropertiesHelper.extractProperties(parameters, VARIANT_PREFIX);
        if (!variants.isEmpty()) {
            configuration.setVariants(nested(variants, context));
        }
    }

    /** From {@code thumb.format=webp} to {@code thumb → (format → webp)}. */
    private static Map<String, Object> nested(Map<String, Object> flat, CamelContext context) {
        Map<String, Object> nested = new LinkedHashMap<>();
        flat.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                nested.put(key, resolved(value, context));
            } else {
                String variant = key.substring(0, dot);
                // A bean belongs to the registry: fields must not be written into it.
                if (flat.containsKey(variant)) {
                    throw new IllegalArgumentException(
                            "variant." + variant + " is a bean and can't have other fields: change the bean");
                }
                fieldsOf(nested, variant).put(key.substring(dot + 1), value);
            }
        });
        return nested;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fieldsOf(Map<String, Object> nested, String variant) {
        return (Map<String, Object>) nested.computeIfAbsent(variant, name -> new LinkedHashMap<String, Object>());
    }

    private static Object resolved(Object value, CamelContext context) {
        return value instanceof String reference && EndpointHelper.isReferenceParameter(reference)
                ? EndpointHelper.resolveReferenceParameter(context, reference, Object.class)
                : value;
    }
}
