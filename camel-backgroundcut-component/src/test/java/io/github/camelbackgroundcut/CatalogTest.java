// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URIs of the component in tools that check URIs before a route runs. */
class CatalogTest {

    private static DefaultCamelCatalog catalog;

    @BeforeAll
    static void addTheComponent() throws IOException {
        catalog = new DefaultCamelCatalog();
        try (InputStream json = BackgroundCutComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelbackgroundcut/backgroundcut.json")) {
            catalog.addComponent(
                    "backgroundcut",
                    BackgroundCutComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(BackgroundCutOperation.class)
    void knowsEachOperation(BackgroundCutOperation operation) {
        assertThat(validate("backgroundcut:" + operation + "?apiKey={{key}}").isSuccess())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backgroundcut:removeBackground?apiKey=x&format=webp&quality=low&maxResolution=40000&autocrop=true"
                        + "&backgroundColor=ffffff&outputCompression=70&uploadPath=shop",
                "backgroundcut:removeBackground?apiKey=x&variant.thumb.format=webp&variant.thumb.maxResolution=40000"
                        + "&variant.large.quality=high",
                "backgroundcut:process?accessToken=x&outputFilePath=shop/mug.png&processTimeout=30s",
                "backgroundcut:token?apiKey=x&paths=/v3/file-ops/upload/,/v3/files/*&expiresIn=600",
                "backgroundcut:segment?accessTokenProvider=#bean:tokens&foregroundPoints=120,80;300,200",
                "backgroundcut:publicUrl?apiKey=x&dialect=keys",
                "backgroundcut:usage?apiKey=x&baseUrl=http://localhost:8089&synchronous=true&lazyStartProducer=true",
            })
    void findsNoFaultInUrisThatWork(String uri) {
        EndpointValidationResult result = validate(uri);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
    }

    @Test
    void listsTheComponentWithItsOptionsAndHeaders() {
        assertThat(catalog.findComponentNames()).contains("backgroundcut");
        ComponentModel model = catalog.componentModel("backgroundcut");
        assertThat(model.getTitle()).isEqualTo("BackgroundCut");
        assertThat(model.getEndpointOptions())
                .extracting(BaseOptionModel::getName)
                .contains("operation", "format");
        assertThat(model.getEndpointPathOptions().get(0).getEnums())
                .containsExactly(
                        "removeBackground", "upload", "process", "download", "publicUrl", "token", "segment", "usage");
        assertThat(model.getEndpointHeaders())
                .extracting(BaseOptionModel::getName)
                .contains("CamelBackgroundCutOutputFilePaths");
    }

    @Test
    void namesAnUnknownOperation() {
        assertThat(validate("backgroundcut:removeForeground?apiKey=x").getInvalidEnum())
                .containsEntry("operation", "removeForeground");
    }

    @Test
    void namesAnUnknownOption() {
        assertThat(validate("backgroundcut:usage?apiKey=x&colour=red").getUnknown())
                .containsExactly("colour");
    }

    @Test
    void namesAValueThatIsNotOneOfAList() {
        assertThat(validate("backgroundcut:process?apiKey=x&format=gif").getInvalidEnum())
                .containsEntry("format", "gif");
        assertThat(validate("backgroundcut:process?apiKey=x&quality=best").getInvalidEnum())
                .containsEntry("quality", "best");
        assertThat(validate("backgroundcut:process?apiKey=x&dialect=v4").getInvalidEnum())
                .containsEntry("dialect", "v4");
    }

    @Test
    void namesAValueThatIsNoNumber() {
        assertThat(validate("backgroundcut:process?apiKey=x&maxResolution=large")
                        .getInvalidInteger())
                .containsEntry("maxResolution", "large");
    }

    @Test
    void namesAValueThatIsNoDuration() {
        assertThat(validate("backgroundcut:process?apiKey=x&processTimeout=long")
                        .getInvalidDuration())
                .containsEntry("processTimeout", "long");
    }

    @Test
    void namesAValueThatIsNeitherTrueNorFalse() {
        assertThat(validate("backgroundcut:process?apiKey=x&autocrop=perhaps").getInvalidBoolean())
                .containsEntry("autocrop", "perhaps");
    }

    private static EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri);
    }
}
