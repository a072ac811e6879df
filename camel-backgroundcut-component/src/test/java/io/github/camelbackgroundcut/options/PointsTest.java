// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    static Stream<Object> forms() {
        return Stream.of(
                "120,80;300,200",
                " 120 , 80 ; 300 , 200 ; ",
                "[{\"x\": 120, \"y\": 80}, {\"x\": 300, \"y\": 200}]",
                "[[120, 80], [300, 200]]",
                new StringBuilder("120,80;300,200"),
                List.of(new Point(120, 80), new Point(300, 200)),
                List.of(Map.of("x", 120, "y", 80), Map.of("x", "300", "y", 200L)),
                List.of(List.of(120, 80), List.of("300", "200")),
                List.of(new Point(120, 80), List.of(300.2, 199.6)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEachFormOfPoints(Object value) {
        assertThat(Points.parse(value, "foregroundPoints")).containsExactly(new Point(120, 80), new Point(300, 200));
    }

    @Test
    void readsNoPointsFromNothing() {
        assertThat(Points.parse(null, "foregroundPoints")).isEmpty();
        assertThat(Points.parse("", "foregroundPoints")).isEmpty();
        assertThat(Points.parse("[]", "foregroundPoints")).isEmpty();
        assertThat(Points.parse(List.of(), "foregroundPoints")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120",
                "120,80,3",
                "a,b",
                "1.5,2",
                "-1,5",
                "120;80",
                "99999999999,1",
                "[1, 2]",
                "[[1]]",
                "[{\"x\": 1}]",
                "[{\"x\": 1, \"y\": null}]",
                "[{\"x\": 99999999999, \"y\": 1}]",
                "[[1, 2]",
                "{\"x\": 1, \"y\": 2}"
            })
    void refusesWhatIsNotPointsAndSaysHowToWriteThem(String value) {
        assertThatThrownBy(() -> Points.parse(value, "backgroundPoints"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("backgroundPoints is '" + value + "': write pixels as x,y;x,y such as 120,80;300,200");
    }

    @Test
    void refusesListsOfSomethingElse() {
        assertThatThrownBy(() -> Points.parse(List.of("120,80"), "foregroundPoints"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Points.parse(42, "foregroundPoints")).isInstanceOf(InvalidInputException.class);
    }
}
