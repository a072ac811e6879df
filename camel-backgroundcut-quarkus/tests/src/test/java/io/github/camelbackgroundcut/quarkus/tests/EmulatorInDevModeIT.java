// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.quarkus.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorInDevModeIT {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION =
            new QuarkusDevModeTest().withApplicationRoot(jar -> jar.addClass(MugRoute.class));

    @Test
    void theEmulatorSurvivesALiveReload() throws Exception {
        String before = get("/mug");
        APPLICATION.modifySourceFile(MugRoute.class, source -> source.replace("first", "second"));
        String after = get("/mug");

        assertThat(before).matches("first http://127.0.0.1:[0-9]+ PNG");
        assertThat(after).isEqualTo(before.replace("first", "second"));
    }

    @Test
    void theDevUiHasACardThatOpensTheEmulatorsPage() throws Exception {
        assertThat(get("/q/dev-ui/devui/devui-data.js")).contains("emulatorPage");
    }

    private static String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:8080" + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
