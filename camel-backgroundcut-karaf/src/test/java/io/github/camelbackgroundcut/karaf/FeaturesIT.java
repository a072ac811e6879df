// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The features files as they are published, held against what Karaf and Camel-Karaf say themselves. */
class FeaturesIT {

    private static final Path FEATURES = Path.of(System.getProperty("features.folder"), "features.xml");

    @ParameterizedTest
    @ValueSource(strings = {"features.xml", "plain-features.xml"})
    void theFileHasTheFormThatKarafReads(String name) throws Exception {
        Path file = Path.of(System.getProperty("features.folder"), name);
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(URI.create("jar:" + featuresCore().toUri()
                                + "!/org/apache/karaf/features/karaf-features-1.6.0.xsd")
                        .toURL());

        assertThatNoException().isThrownBy(() -> schema.newValidator().validate(new StreamSource(file.toFile())));
        assertThat(Files.readString(file)).doesNotContain("@");
    }

    @Test
    void camelKarafHasTheFeaturesThatOursNeeds() throws Exception {
        String version = System.getProperty("camel.karaf.version");
        Document camelKaraf = parse(Path.of(
                System.getProperty("karaf.repository"),
                "org/apache/camel/karaf/apache-camel",
                version,
                "apache-camel-" + version + "-features.xml"));
        List<String> served = elements(camelKaraf.getDocumentElement(), "feature")
                .filter(feature -> version.equals(feature.getAttribute("version")))
                .map(feature -> feature.getAttribute("name"))
                .toList();

        List<String> needed = elements(parse(FEATURES).getDocumentElement(), "feature")
                .flatMap(feature -> elements(feature, "feature"))
                .map(Element::getTextContent)
                .filter(name -> name.startsWith("camel-"))
                .toList();

        assertThat(needed).isNotEmpty();
        assertThat(served).containsAll(needed);
    }

    @Test
    void theRepositoryOfCamelKarafIsTheOneThatWasLookedAt() throws Exception {
        assertThat(elements(parse(FEATURES).getDocumentElement(), "repository").map(Element::getTextContent))
                .containsExactly("mvn:org.apache.camel.karaf/apache-camel/" + System.getProperty("camel.karaf.version")
                        + "/xml/features");
    }

    private static Path featuresCore() throws IOException {
        try (Stream<Path> files =
                Files.walk(Path.of(System.getProperty("karaf.home"), "system/org/apache/karaf/features"))) {
            return files.filter(file -> file.getFileName().toString().matches("org.apache.karaf.features.core-.*jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }
}
