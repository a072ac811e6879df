// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** docs/spring-boot.md shows the files that CutoutApplicationIT runs, and a POM with the versions it runs them on. */
class SpringBootPageTest {

    private static final Path PAGE = Path.of("../docs/spring-boot.md");

    @Test
    void showsThePropertiesOfTheApplication() throws IOException {
        assertThat(block("src/main/resources/application.yaml"))
                .isEqualTo(Files.readString(Path.of("src/test/resources/application.yaml")));
    }

    @Test
    void showsTheRouteOfTheApplication() throws IOException {
        assertThat(block("src/main/resources/camel/cutouts.camel.yaml"))
                .isEqualTo(Files.readString(Path.of("src/test/resources/camel/cutouts.camel.yaml")));
    }

    @Test
    void showsTheClassOfTheApplication() throws IOException {
        String tested = Files.readString(
                Path.of("src/test/java/io/github/camelbackgroundcut/springboot/CutoutApplication.java"));

        String shown = block("src/main/java/com/example/CutoutApplication.java");

        assertThat(tested.substring(tested.indexOf("@SpringBootApplication\n")))
                .isEqualTo(shown.substring(shown.indexOf("@SpringBootApplication\n")));
    }

    @Test
    void showsThePomWithTheTestedVersionsAndLibraries() throws Exception {
        Document pom = document(block("pom.xml"));
        Document ours = document(Files.readString(Path.of("pom.xml")));

        assertThat(text(pom, "/project/parent/version")).isEqualTo(SpringBootVersion.getVersion());
        assertThat(text(pom, "/project/properties/camel.version"))
                .isEqualTo(CamelContext.class.getPackage().getImplementationVersion());
        assertThat(text(pom, "//dependency[artifactId='camel-backgroundcut-starter']/version"))
                .isEqualTo(text(ours, "/project/parent/version"));
        assertThat(artifacts(ours))
                .containsAll(artifacts(pom).stream()
                        .filter(artifact -> !artifact.equals("camel-backgroundcut-starter"))
                        .toList());
    }

    /** In the table as well as in .ci/run a Spring Boot is beside its Camel. */
    @Test
    void listsTheVersionsThatCiTries() throws IOException {
        String script = Files.readString(Path.of("../.ci/run"));
        String tried = Pattern.compile("boot_pairs=\\((.*)\\)")
                .matcher(script)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();

        List<String> listed = Pattern.compile("^\\| (\\d[\\d., ]*) \\| (\\d[\\d., ]*) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", "))
                        .flatMap(boot ->
                                Stream.of(row.group(2).split(", ")).map(camel -> "'" + boot + ' ' + camel + "'")))
                .toList();

        assertThat(listed).hasSizeGreaterThan(2);
        assertThat(tried).isEqualTo(String.join(" ", listed));
    }

    @Test
    void showsABeanAndItsNameThatMakeTheComponentOpenTheTrustStore() throws IOException {
        String page = Files.readString(PAGE);
        String tested =
                Files.readString(Path.of("src/test/java/io/github/camelbackgroundcut/springboot/TlsBeans.java"));

        assertThat(tested)
                .contains(block(page, "@Bean\nSSLContextParameters tls()")
                        .indent(4)
                        .stripTrailing());
        assertThat(page).contains("ssl-context-parameters: \"#bean:tls\"");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class, BackgroundCutComponentAutoConfiguration.class))
                .withUserConfiguration(TlsBeans.class)
                .withPropertyValues(
                        "camel.main.routes-include-pattern=classpath:none/*",
                        "camel.component.backgroundcut.ssl-context-parameters=#bean:tls")
                // There is none in this folder.
                .run(application -> assertThatThrownBy(
                                () -> application.getBean(CamelContext.class).getComponent("backgroundcut"))
                        .hasStackTraceContaining("trusted.p12"));
    }

    /** The block that begins so. */
    private static String block(String page, String start) {
        int from = page.indexOf("```java\n" + start);
        assertThat(from).as(start).isPositive();
        int text = page.indexOf('\n', from) + 1;
        return page.substring(text, page.indexOf("```", text));
    }

    private static String block(String file) throws IOException {
        return Pattern.compile("`" + Pattern.quote(file) + "`\\n\\n```\\w+\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page doesn't show " + file));
    }

    private static Document document(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document document, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }

    private static List<String> artifacts(Document document) throws Exception {
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList nodes = (NodeList)
                path.evaluate("/project/dependencies/dependency/artifactId", document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
