// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelbackgroundcut.api.error.ErrorAnswer;
import io.github.camelbackgroundcut.api.error.InvalidAnswerException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever a server answers: there is a usable answer, or a typed error. */
class AnswerParsingPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Credential KEY = Credential.apiKey("key");
    private static final VariantSettings SETTINGS =
            new VariantSettings(OutputFormat.PNG, 1, Quality.LOW, Optional.empty(), 1, false);

    @Property
    void anyBytesAreAnAnswerOrATypedError(@ForAll byte[] answer) throws Exception {
        assertThat(isUsableOrTyped(answer)).isTrue();
    }

    @Property
    void anyJsonIsAnAnswerOrATypedError(@ForAll("json") JsonNode answer) throws Exception {
        assertThat(isUsableOrTyped(answer.toString().getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Property
    void aResultIsWhereItWasAskedFor(@ForAll("paths") String path) throws Exception {
        JsonNode answer = JsonNodeFactory.instance
                .objectNode()
                .set("output_file_paths", JsonNodeFactory.instance.arrayNode().add(path));
        try {
            assertThat(process(answer.toString().getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(result -> assertThat(result).startsWith("shop/"));
            Statistics.collect("taken");
        } catch (InvalidAnswerException e) {
            assertThat(e.mayHaveBeenCharged()).isTrue();
            Statistics.collect("refused");
        }
        Statistics.coverage(coverage -> {
            coverage.check("taken").count(count -> count > 0);
            coverage.check("refused").count(count -> count > 0);
        });
    }

    /** Paths of random characters are hardly ever in the right folder. */
    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of("shop/mug.png", "shop/a/mug.png", "shop/../mug.png", "shop//x", "/shop/mug.png"));
    }

    @Provide
    Arbitrary<JsonNode> json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(nodes::textNode),
                Arbitraries.of("shop/mug.png", "../mug.png", "/etc/passwd", "shop//x")
                        .map(nodes::textNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.just(nodes.nullNode()));
        Arbitrary<JsonNode> list =
                leaf.list().ofMaxSize(3).map(values -> nodes.arrayNode().addAll(values));
        Arbitrary<JsonNode> object = Arbitraries.maps(
                        Arbitraries.of("output_file_paths", "file_paths", "access_token", "detail"),
                        Arbitraries.oneOf(leaf, list))
                .map(fields -> nodes.objectNode().setAll(fields));
        return Arbitraries.oneOf(leaf, list, object);
    }

    private static boolean isUsableOrTyped(byte[] answer) throws Exception {
        try {
            return process(answer).size() == 1;
        } catch (InvalidAnswerException e) {
            return e.getStatusCode() == 200 && e.getResponseBody().length() <= ErrorAnswer.MAX_BODY + 1;
        }
    }

    private static List<String> process(byte[] answer) throws Exception {
        Transport transport = request -> new ApiResponse(
                200, Optional.empty(), OptionalLong.of(answer.length), new ByteArrayInputStream(answer), () -> {});
        BackgroundCutClient client =
                new BackgroundCutClient(transport, URI.create("http://localhost"), new Timeouts(SECOND, SECOND));
        return client.process(KEY, "shop/mug.jpg", List.of(new OutputVariant("shop/mug.png", SETTINGS)))
                .outputFilePaths();
    }
}
