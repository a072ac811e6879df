// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.tokenserver;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for what {@link NeedsProgram} asks for. */
final class ProgramCondition implements ExecutionCondition {

    static final String REQUIRE_ALL = "BACKGROUNDCUT_REQUIRE_ALL_TESTS";

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = context.getElement().map(ProgramCondition::needs).orElse(List.of()).stream()
                .filter(need -> Programs.find(need).isEmpty())
                .map(ProgramCondition::inWords)
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("All programs are there");
        }
        String reason = String.join("; ", missing);
        if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
            throw new IllegalStateException(reason + " (" + REQUIRE_ALL + " is true: nothing may be skipped)");
        }
        // Maven counts what was skipped, but doesn't tell why.
        if (SAID.add(reason)) {
            System.err.println("Skipped: " + reason);
        }
        return ConditionEvaluationResult.disabled("Skipped: " + reason);
    }

    private static List<NeedsProgram> needs(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, NeedsProgram.class);
    }

    static String inWords(NeedsProgram need) {
        String variable = need.environment();
        return "needs %s (%s)".formatted(need.value(), need.install())
                + (variable.isEmpty() ? "" : ", or its path in the environment variable " + variable);
    }
}
