// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import io.github.camelbackgroundcut.BackgroundCutComponent;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Sets the component's options from {@code camel.component.backgroundcut.*} when Camel creates it. It is off with
 * {@code camel.component.backgroundcut.enabled=false} or {@code camel.component.backgroundcut.customizer.enabled=false}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({ComponentConfigurationProperties.class, BackgroundCutComponentConfiguration.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.backgroundcut"})
public class BackgroundCutComponentAutoConfiguration {

    private static final String CONFIGURATION = "configuration";

    @Lazy
    @Bean
    ComponentCustomizer configureBackgroundCutComponent(
            CamelContext context, Environment environment, BackgroundCutComponentConfiguration options) {
        return ComponentCustomizer.builder(BackgroundCutComponent.class)
                .withCondition((name, component) -> HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", "camel.component.backgroundcut.customizer"))
                .build(component -> configure(context, component, options));
    }

    private static void configure(
            CamelContext context, BackgroundCutComponent component, BackgroundCutComponentConfiguration options) {
        Map<String, Object> set = CamelPropertiesHelper.getNonNullProperties(context, options);
        // These say whether, not how.
        set.remove("enabled");
        set.remove("customizer");
        // The other options are its fields: set later, it would take them back.
        Object configuration = set.remove(CONFIGURATION);
        if (configuration != null) {
            bind(context, component, Map.of(CONFIGURATION, configuration));
        }
        bind(context, component, set);
    }

    /** As Camel binds everywhere: with placeholders and references such as {@code #bean:name}. */
    private static void bind(CamelContext context, BackgroundCutComponent component, Map<String, Object> options) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withProperties(options)
                .withRemoveParameters(false)
                .withMandatory(true)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .bind();
    }
}
