// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.AccessTokenProvider;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The component, configured by properties. */
class BackgroundCutComponentAutoConfigurationTest {

    private static final String PREFIX = "camel.component.backgroundcut.";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, BackgroundCutComponentAutoConfiguration.class))
            .withUserConfiguration(Beans.class)
            // The route of the page has a test of its own.
            .withPropertyValues("camel.main.routes-include-pattern=classpath:none/*");

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        SSLContextParameters tls() {
            return new SSLContextParameters();
        }

        @Bean
        HostnameVerifier verifier() {
            return (host, session) -> true;
        }

        @Bean
        IdempotentRepository underWay() {
            return MemoryIdempotentRepository.memoryIdempotentRepository();
        }

        @Bean
        AccessTokenProvider tokens() {
            return exchange -> "token";
        }

        @Bean
        HttpClient client() {
            return HttpClients.createDefault();
        }

        @Bean
        BackgroundCutConfiguration shop() {
            BackgroundCutConfiguration shop = new BackgroundCutConfiguration();
            shop.setUploadPath("shop");
            shop.setFormat("jpeg");
            shop.setMaxRetries(7);
            return shop;
        }
    }

    private static List<ComponentOptionModel> options() throws IOException {
        try (InputStream json = BackgroundCutComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8))
                    .getComponentOptions();
        }
    }

    @Test
    void setsEachOption() throws IOException {
        List<ComponentOptionModel> options = options();
        String[] properties = options.stream()
                .map(option -> PREFIX + option.getName() + sample(option))
                .toArray(String[]::new);

        runner.withPropertyValues(properties).run(application -> {
            BackgroundCutComponent component = component(application.getBean(CamelContext.class));
            PropertyConfigurerGetter getter = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
            BackgroundCutComponent untouched = new BackgroundCutComponent();
            assertThat(options)
                    .isNotEmpty()
                    .allSatisfy(option -> assertThat(getter.getOptionValue(component, option.getName(), false))
                            .as(option.getName())
                            .isNotNull()
                            .isNotEqualTo(getter.getOptionValue(untouched, option.getName(), false)));
        });
    }

    /** A value that isn't the default. */
    private static String sample(ComponentOptionModel option) {
        return switch (option.getType()) {
            case "boolean" -> "=" + !Boolean.parseBoolean(String.valueOf(option.getDefaultValue()));
            case "integer" -> "=42";
            case "duration" -> "=42s";
            case "enum" ->
                "="
                        + option.getEnums()
                                .get(option.getEnums().size() - 1)
                                .replace(
                                        String.valueOf(option.getDefaultValue()),
                                        option.getEnums().get(0));
            case "object" -> option.getName().equals("variants") ? ".thumb.format=webp" : "=#bean:" + bean(option);
            default -> "=text";
        };
    }

    private static String bean(ComponentOptionModel option) {
        return Map.of(
                        "sslContextParameters", "tls",
                        "x509HostnameVerifier", "verifier",
                        "idempotentRepository", "underWay",
                        "accessTokenProvider", "tokens",
                        "httpClient", "client",
                        "configuration", "shop")
                .get(option.getName());
    }

    @Test
    void leavesWhatIsNotSetAtItsDefault() {
        run("format=webp", component -> {
            assertThat(component.getConfiguration().getFormat()).isEqualTo("webp");
            assertThat(component.getConfiguration().getProcessTimeout()).isEqualTo(300_000);
            assertThat(component.getMaxConcurrentCalls()).isEqualTo(20);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "30s", "30000"})
    void readsDurationsAsSpringDoes(String duration) {
        run(
                "process-timeout=" + duration,
                component -> assertThat(component.getConfiguration().getProcessTimeout())
                        .isEqualTo(30_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#bean:tls", "#tls", "#type:org.apache.camel.support.jsse.SSLContextParameters"})
    void looksUpABean(String reference) {
        runner.withPropertyValues(PREFIX + "ssl-context-parameters=" + reference)
                .run(application -> assertThat(component(application.getBean(CamelContext.class))
                                .getSslContextParameters())
                        .isSameAs(application.getBean(SSLContextParameters.class)));
    }

    @Test
    void namesABeanThatIsNotThere() {
        runner.withPropertyValues(PREFIX + "ssl-context-parameters=#bean:none")
                .run(application -> assertThatThrownBy(() -> component(application.getBean(CamelContext.class)))
                        .hasStackTraceContaining("No bean could be found in the registry for: none"));
    }

    @Test
    void changesAConfigurationBeanInWhatIsSet() {
        runner.withPropertyValues(PREFIX + "configuration=#bean:shop", PREFIX + "format=webp", PREFIX + "autocrop=true")
                .run(application -> {
                    BackgroundCutConfiguration options =
                            component(application.getBean(CamelContext.class)).getConfiguration();
                    assertThat(options.getUploadPath()).isEqualTo("shop");
                    assertThat(options.getFormat()).isEqualTo("webp");
                    assertThat(options.getMaxRetries()).isEqualTo(7);
                });
    }

    @Test
    void keepsTheNamesOfVariantsAndOfTheirFields() {
        run(
                "variants.webThumb.maxResolution=40000",
                component -> assertThat(component.getConfiguration().getVariants())
                        .isEqualTo(Map.of("webThumb", Map.of("maxResolution", "40000"))));
    }

    @Test
    void takesASecretAsItIs() {
        run(
                "api-key=a+b%c&d",
                component ->
                        assertThat(component.getConfiguration().getApiKey()).isEqualTo("a+b%c&d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PREFIX + "enabled=false",
                PREFIX + "customizer.enabled=false",
                "camel.component.enabled=false",
                "camel.component.customizer.enabled=false"
            })
    void keepsOutWhenItIsSwitchedOff(String off) {
        runner.withPropertyValues(PREFIX + "format=webp", off)
                .run(application -> assertThat(component(application.getBean(CamelContext.class))
                                .getConfiguration()
                                .getFormat())
                        .isEqualTo("png"));
    }

    private void run(String property, Consumer<BackgroundCutComponent> check) {
        runner.withPropertyValues(PREFIX + property)
                .run(application -> check.accept(component(application.getBean(CamelContext.class))));
    }

    private static BackgroundCutComponent component(CamelContext context) {
        return context.getComponent("backgroundcut", BackgroundCutComponent.class);
    }
}
