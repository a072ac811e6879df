// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.support.StubbedService;
import java.util.Map;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesFunction;
import org.junit.jupiter.api.Test;

/** Keys that a vault gives out through a properties function, as Camel's own vaults do. */
class VaultIT extends StubbedService {

    private static final String SECRET = "a+b%20c&d=e";
    private static final PropertiesFunction VAULT = new Vault();

    @Test
    void aKeyOnAnEndpointComesFromTheVault() {
        stubAll(okJson("{}"));
        camel.context().getPropertiesComponent().addPropertiesFunction(VAULT);

        succeeded(send("backgroundcut:usage?apiKey=RAW({{vault:backgroundcut}})", null));

        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Token " + SECRET);
        assertThat(camel.context().getEndpoints().toString()).doesNotContain(SECRET);
    }

    @Test
    void aKeyThatTheVaultHasNotIsAnErrorAtTheStart() {
        camel.context().getPropertiesComponent().addPropertiesFunction(VAULT);

        assertThatThrownBy(() -> camel.context().getEndpoint("backgroundcut:usage?apiKey={{vault:other}}"))
                .hasStackTraceContaining("vault:other");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aKeyOnTheComponentComesFromTheVaultOrTheEnvironment() throws Exception {
        stubAll(okJson("{}"));
        assertThat(keyOfComponent("{{vault:backgroundcut}}")).isEqualTo("Token " + SECRET);

        Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                .filter(entry -> entry.getValue().matches("[!-~]{1,100}"))
                .findFirst()
                .orElseThrow();
        assertThat(keyOfComponent("{{env:" + variable.getKey() + "}}")).isEqualTo("Token " + variable.getValue());
    }

    private static String keyOfComponent(String apiKey) throws Exception {
        Main main = new Main();
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport starting) {
                starting.getCamelContext().getPropertiesComponent().addPropertiesFunction(VAULT);
            }
        });
        main.addInitialProperty("camel.main.routesIncludePattern", "false");
        main.addInitialProperty("camel.component.backgroundcut.api-key", apiKey);
        main.addInitialProperty("camel.component.backgroundcut.base-url", baseUrl());
        main.start();
        try {
            main.getCamelTemplate().requestBody("backgroundcut:usage", (Object) null);
        } finally {
            main.stop();
        }
        return requests().get(requests().size() - 1).getHeader("Authorization");
    }

    /** Has one secret. */
    static final class Vault implements PropertiesFunction {

        @Override
        public String getName() {
            return "vault";
        }

        @Override
        public String apply(String name) {
            if (name.equals("backgroundcut")) {
                return SECRET;
            }
            throw new IllegalArgumentException("No such secret: vault:" + name);
        }
    }
}
