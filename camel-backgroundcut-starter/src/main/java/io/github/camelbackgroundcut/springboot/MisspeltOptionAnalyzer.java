// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import io.github.camelbackgroundcut.options.NearestName;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which property was meant where Spring's own analyzer, which comes after it, says only which one is unknown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MisspeltOptionAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final ConfigurationPropertyName PREFIX =
            ConfigurationPropertyName.of("camel.component.backgroundcut");

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnboundConfigurationPropertiesException cause) {
        List<ConfigurationProperty> misspelt = cause.getUnboundProperties().stream()
                .filter(property -> PREFIX.isAncestorOf(property.getName()))
                .toList();
        if (misspelt.isEmpty()) {
            return null;
        }
        String description =
                misspelt.stream().map(MisspeltOptionAnalyzer::sentence).collect(Collectors.joining("\n"));
        return new FailureAnalysis(description, "Correct the name, or remove the property.", cause);
    }

    private static String sentence(ConfigurationProperty property) {
        String option = property.getName().getElement(PREFIX.getNumberOfElements(), Form.ORIGINAL);
        String where = Optional.ofNullable(property.getOrigin())
                .map(origin -> " (" + origin + ")")
                .orElse("");
        String guess = NearestName.of(option, options())
                .map(nearest -> ": did you mean " + PREFIX + '.' + nearest + '?')
                .orElse("");
        return "There is no property " + property.getName() + where + guess;
    }

    private static List<String> options() {
        return Stream.of(BeanUtils.getPropertyDescriptors(BackgroundCutComponentConfiguration.class))
                .map(PropertyDescriptor::getName)
                .toList();
    }
}
