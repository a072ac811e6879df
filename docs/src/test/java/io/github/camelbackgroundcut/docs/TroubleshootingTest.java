// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.ApiCall;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException;
import io.github.camelbackgroundcut.api.error.BackgroundCutTransportException.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the page are those of the code: their fixed parts are text literals of the code, and none is missing. */
class TroubleshootingTest {

    private static final Path PAGE = Pages.ROOT.resolve("docs/troubleshooting.md");
    private static final Pattern MESSAGE = Pattern.compile("^(?:###|-) `(.*)`$", Pattern.MULTILINE);
    private static final Pattern MESSAGE_OF_CAMEL = Pattern.compile("^- \"(.*?)\":", Pattern.MULTILINE);
    /** The end of one literal and the start of the next, which make one text. */
    private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");
    /** The beginning of a message. */
    private static final Pattern THROWN =
            Pattern.compile("new \\w*Exception\\(\\s*\"((?:[^\"\\\\]|\\\\.)+)\"", Pattern.MULTILINE);
    /** Users can't do anything about the first. The others follow the name of their option. */
    private static final Set<String> INNER = Set.of("Each Java platform has SHA-256", "Not a point: ", "Not a pair: ");

    private static String code;

    @BeforeAll
    static void readTheCode() throws Exception {
        code = sources("camel-backgroundcut-component")
                + sources("camel-backgroundcut-kamelets")
                + sources("camel-backgroundcut-starter");
        code = SEAM.matcher(code).replaceAll("");
        // These are put together of an enum's words.
        for (Phase phase : Phase.values()) {
            code += new BackgroundCutTransportException(ApiCall.UPLOAD, "", phase, new IOException()).getMessage();
        }
    }

    private static String sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile).sorted().map(Pages::text).collect(Collectors.joining("\n"));
        }
    }

    static List<String> messages() {
        return MESSAGE.matcher(Pages.text(PAGE))
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsOneOfTheCode(String message) {
        assertThat(fixedParts(message))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(code.replace("\\\"", "\"")).contains(part));
    }

    @Test
    void messagesOfTheCodeAreOnThePage() {
        List<String> thrown = THROWN.matcher(code)
                .results()
                .map(message -> message.group(1))
                .filter(message -> !INNER.contains(message))
                .toList();

        assertThat(thrown).hasSizeGreaterThan(40);
        List<String> onPage = messages();
        assertThat(thrown)
                .allSatisfy(message ->
                        assertThat(onPage).anyMatch(entry -> begins(entry, message.replace("\\\"", "\""))));
    }

    /** The text after the literal varies. */
    private static boolean begins(String entry, String literal) {
        String fixed = entry.split("…", 2)[0];
        return entry.startsWith(literal.strip()) || fixed.length() > 3 && literal.startsWith(fixed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:NO_SUCH_VARIABLE", "NO_SUCH_VARIABLE"})
    void camelsMessageForAPlaceholderWithoutAValueIsOnThePage(String placeholder) throws Exception {
        List<String> onPage = MESSAGE_OF_CAMEL
                .matcher(Pages.text(PAGE))
                .results()
                .map(entry -> entry.group(1).replace("BACKGROUNDCUT_API_KEY", "NO_SUCH_VARIABLE"))
                .toList();

        try (CamelContext camel = new DefaultCamelContext()) {
            assertThatThrownBy(() -> camel.getEndpoint("backgroundcut:usage?apiKey={{" + placeholder + "}}"))
                    .rootCause()
                    .satisfies(failure -> assertThat(onPage).anyMatch(failure.getMessage()::startsWith));
        }
    }

    @Test
    void wouldMissAMessageThatTheCodeDoesNotHave() {
        assertThat(code).doesNotContain("No credential: give one");
        assertThat(begins("proxyPort is …: use 1 to 65535", "proxyHost is set")).isFalse();
    }

    /** Characters around a value, such as a closing quote, count as the value. */
    private static List<String> fixedParts(String message) {
        return Stream.of(message.split("…|\\{}"))
                .map(String::strip)
                .filter(part -> part.length() > 2)
                .toList();
    }
}
