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

/**
 * Compiles the Java of a page unchanged: a class, members of one, the body of {@code configure()}, or the rest of
 * a route.
 */
final class JavaSnippets {

    private static final Pattern CLASS = Pattern.compile("^(?:public )?class (\\w+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package (\\S+);", Pattern.MULTILINE);
    private static final Pattern MEMBER =
            Pattern.compile("^(?:@|(?:public |private |static |final |void )+\\w)", Pattern.MULTILINE);
    /** The body of {@code configure()} of an anonymous builder. */
    private static final Pattern INNER = Pattern.compile(
            "new RouteBuilder\\(\\) \\{.*?void configure\\(\\)[^{]*\\{\\n(.*?)^ *}$",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final String IMPORTS = """
            import io.github.camelbackgroundcut.*;
            import io.github.camelbackgroundcut.api.*;
            import io.github.camelbackgroundcut.api.error.*;
            import io.github.camelbackgroundcut.emulator.*;
            import io.github.camelbackgroundcut.emulator.dialect.*;
            import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
            import io.github.camelbackgroundcut.emulator.fault.FaultPlan;
            import io.github.camelbackgroundcut.emulator.plan.*;
            import io.github.camelbackgroundcut.endpointdsl.*;
            import io.github.camelbackgroundcut.endpointdsl.BackgroundCutEndpointBuilderFactory.BackgroundCutBuilders;
            import java.awt.image.BufferedImage;
            import java.io.File;
            import java.nio.file.Path;
            import java.util.*;
            import org.apache.camel.builder.RouteBuilder;
            import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
            import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
            import org.junit.jupiter.api.extension.RegisterExtension;
            """;

    private JavaSnippets() {}

    /** The routes of a snippet: a class of routes, its body, or a class that creates one. */
    static RouteBuilder routes(String snippet, Path folder) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Matcher inner = INNER.matcher(snippet);
        String name = compile(inner.find() ? inner.group(1).stripIndent() : snippet, classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return (RouteBuilder)
                    loader.loadClass(name).getDeclaredConstructor().newInstance();
        }
    }

    /**
     * Compiles a snippet, or fails with what the compiler says.
     *
     * @return the name of its class
     */
    static String compile(String snippet, Path classes) {
        Matcher named = CLASS.matcher(snippet);
        boolean whole = named.find();
        String name = whole ? named.group(1) : "Snippet";
        String source = whole
                ? withImports(snippet)
                : IMPORTS + "public class Snippet extends RouteBuilder {\n" + body(snippet) + "}";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
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
        Matcher packaged = PACKAGE.matcher(snippet);
        return packaged.find() ? packaged.group(1) + '.' + name : name;
    }

    /** A whole file has its own. */
    private static String withImports(String type) {
        return type.contains("\nimport ") ? type : IMPORTS + type;
    }

    private static String body(String snippet) {
        if (MEMBER.matcher(snippet).lookingAt()) {
            return snippet + "public void configure() {}\n";
        }
        String statements = snippet.startsWith(".") ? "from(\"direct:rest\")" + snippet + ";" : snippet;
        // Pages refer to an emulator of an earlier snippet.
        return "BackgroundCutEmulator emulator;\npublic void configure() {\n" + statements + "}\n";
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
