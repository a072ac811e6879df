// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.docs;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.builder.RouteBuilder;

/** Compiles the Java of a page, as it stands there: a class, or what stands in {@code configure()}. */
final class JavaSnippets {

    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");
    private static final String IMPORTS = """
            import io.github.camelbackgroundcut.*;
            import io.github.camelbackgroundcut.api.*;
            import io.github.camelbackgroundcut.endpointdsl.*;
            import io.github.camelbackgroundcut.endpointdsl.BackgroundCutEndpointBuilderFactory.BackgroundCutBuilders;
            import java.io.File;
            import java.util.*;
            import org.apache.camel.builder.RouteBuilder;
            import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
            import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
            """;

    private JavaSnippets() {}

    static RouteBuilder compile(String snippet, Path folder) throws Exception {
        Matcher named = CLASS.matcher(snippet);
        String name = named.find() ? named.group(1) : "Snippet";
        String source = IMPORTS
                + (name.equals("Snippet")
                        ? "public class Snippet extends RouteBuilder { public void configure() {\n" + snippet + "}}"
                        : snippet);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        faults,
                        List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                        null,
                        List.of(new Source(name, source)))
                .call();
        if (!compiled) {
            throw new AssertionError(faults.getDiagnostics() + "\n" + source);
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return (RouteBuilder)
                    loader.loadClass(name).getDeclaredConstructor().newInstance();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
