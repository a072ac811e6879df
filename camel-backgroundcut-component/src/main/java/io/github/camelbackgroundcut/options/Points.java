// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbackgroundcut.api.Point;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads point hints in the forms that options and headers may have. */
public final class Points {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Points() {}

    /**
     * The points, none for {@code null}.
     *
     * @param value {@code x,y;x,y}, JSON text ({@code [{"x": 1, "y": 2}]}), or a list of points, of maps with x and y, or of
     *     pairs of numbers
     * @param option the name of the option, for the message
     * @throws InvalidInputException if it is something else
     */
    public static List<Point> parse(Object value, String option) {
        if (value == null) {
            return List.of();
        }
        try {
            return value instanceof Iterable<?> list
                    ? list(list)
                    : text(value.toString().strip());
        } catch (IllegalArgumentException | ArithmeticException | JsonProcessingException e) {
            throw new InvalidInputException(
                    option + " is '" + value + "': write pixels as x,y;x,y such as 120,80;300,200", e);
        }
    }

    private static List<Point> text(String text) throws JsonProcessingException {
        if (text.startsWith("[")) {
            return list(MAPPER.readValue(text, List.class));
        }
        List<Point> points = new ArrayList<>();
        for (String pair : text.split(";")) {
            if (!pair.isBlank()) {
                points.add(pair(List.of(pair.split(",", -1))));
            }
        }
        return points;
    }

    private static List<Point> list(Iterable<?> values) {
        List<Point> points = new ArrayList<>();
        for (Object value : values) {
            points.add(point(value));
        }
        return points;
    }

    private static Point point(Object value) {
        if (value instanceof Point point) {
            return point;
        }
        if (value instanceof Map<?, ?> map && map.get("x") != null && map.get("y") != null) {
            return new Point(number(map.get("x")), number(map.get("y")));
        }
        if (value instanceof List<?> pair) {
            return pair(pair);
        }
        throw new IllegalArgumentException("Not a point: " + value);
    }

    private static Point pair(List<?> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("Not a pair: " + pair);
        }
        return new Point(number(pair.get(0)), number(pair.get(1)));
    }

    private static int number(Object value) {
        return value instanceof Number number
                ? Math.toIntExact(Math.round(number.doubleValue()))
                : Integer.parseInt(value.toString().strip());
    }
}
