// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A property below {@code camel.component.backgroundcut} that is not an option fails the start. */
@ExtendWith(OutputCaptureExtension.class)
class MisspeltPropertyTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, BackgroundCutComponentAutoConfiguration.class))
            .withPropertyValues("camel.main.routes-include-pattern=classpath:none/*");

    @Test
    void theApplicationEndsWithASentenceThatNamesTheNearestOption(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> new SpringApplicationBuilder(CutoutApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--camel.main.routes-include-pattern=classpath:none/*",
                                "--camel.component.backgroundcut.fromat=webp"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("There is no property camel.component.backgroundcut.fromat"
                        + " (\"camel.component.backgroundcut.fromat\" from property source \"commandLineArgs\")"
                        + ": did you mean camel.component.backgroundcut.format?");
    }

    @Test
    void eachUnknownPropertyIsNamed() {
        runner.withPropertyValues(
                        "camel.component.backgroundcut.max-resolutions=1", "camel.component.backgroundcut.colourful=1")
                .run(application -> assertThat(analysis(application.getStartupFailure()))
                        .contains("There is no property camel.component.backgroundcut.colourful")
                        .contains("did you mean camel.component.backgroundcut.maxResolution?"));
    }

    @Test
    void propertiesOfOthersAreLeftAlone() {
        runner.withPropertyValues("camel.component.backgroundcuts.fromat=webp", "backgroundcut.fromat=webp")
                .run(application -> assertThat(application).hasNotFailed());
    }

    private static String analysis(Throwable failure) {
        FailureAnalysis analysis = new MisspeltOptionAnalyzer().analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis.getDescription();
    }
}
