// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.api;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.github.camelbackgroundcut.emulator.dialect.Vocabulary;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.store.StorePath;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A JSON object of a request, read field by field. What does not fit is a 400 that names the field. A null counts as
 * absent, and unknown fields are ignored unless {@link #refuseOthersThan} is asked.
 */
public final class RequestJson {

    private static final int MAX_ITEMS = 100;

    private final JsonObject json;
    private final String prefix;

    private RequestJson(JsonObject json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    /** The body of a request. */
    public static RequestJson of(RoutingContext context) {
        String contentType = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw ApiError.badRequest("The Content-Type must be application/json");
        }
        Buffer body = context.body().buffer();
        if (body == null || body.length() == 0) {
            throw ApiError.badRequest("The body must be a JSON object");
        }
        try {
            if (Json.decodeValue(body) instanceof JsonObject object) {
                return new RequestJson(object, "");
            }
        } catch (DecodeException e) {
            throw ApiError.badRequest("The body is not valid JSON");
        }
        throw ApiError.badRequest("The body must be a JSON object");
    }

    /** Else a misspelt field would do something else without a word. */
    public void refuseOthersThan(Set<String> names) {
        json.fieldNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw error(name, "is unknown: the fields are " + String.join(", ", new TreeSet<>(names)));
                });
    }

    /** The dialect that the call uses, told by the field with its stored picture. */
    Vocabulary vocabulary(Dialect dialect) {
        List<Vocabulary> spoken = dialect.vocabularies();
        return spoken.stream()
                .filter(vocabulary -> json.getValue(vocabulary.input()) != null)
                .findFirst()
                // In one dialect it is known what is missing.
                .or(() -> Optional.of(spoken.get(0)).filter(only -> spoken.size() == 1))
                .orElseThrow(() -> error(
                        spoken.stream().map(Vocabulary::input).collect(Collectors.joining(" or ")), "is required"));
    }

    public String string(String name) {
        return optionalString(name).orElseThrow(() -> error(name, "is required"));
    }

    Optional<String> optionalString(String name) {
        return value(name, String.class, "must be a string");
    }

    /** A string that names one of several values. */
    public <T> T choice(String name, Function<String, Optional<T>> reader, T defaultValue, String expectation) {
        Optional<String> text = optionalString(name);
        return text.isEmpty()
                ? defaultValue
                : reader.apply(text.get()).orElseThrow(() -> error(name, "must be " + expectation));
    }

    /** As {@link #choice}, of a field that must be there. */
    public <T> T requiredChoice(String name, Function<String, Optional<T>> reader, String expectation) {
        return reader.apply(string(name)).orElseThrow(() -> error(name, "must be " + expectation));
    }

    StorePath path(String name) {
        String text = string(name);
        StorePath.problem(text).ifPresent(problem -> {
            throw error(name, "is no valid path: " + problem);
        });
        return new StorePath(text);
    }

    int integer(String name, int min, int max, int defaultValue) {
        return optionalInteger(name, min, max).orElse(defaultValue);
    }

    int integer(String name, int min, int max) {
        return optionalInteger(name, min, max).orElseThrow(() -> error(name, "is required"));
    }

    public Optional<Long> longInteger(String name) {
        String expectation = "must be an integer";
        return value(name, Number.class, expectation).map(number -> {
            if (number instanceof Integer || number instanceof Long) {
                return number.longValue();
            }
            throw error(name, expectation);
        });
    }

    boolean bool(String name, boolean defaultValue) {
        return value(name, Boolean.class, "must be true or false").orElse(defaultValue);
    }

    /** A list of strings; empty if the field is absent. */
    Optional<List<String>> strings(String name) {
        return array(name).map(array -> {
            List<String> strings = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                if (!(array.getValue(i) instanceof String text) || text.isEmpty()) {
                    throw error(name + "[" + i + "]", "must be a string that is not empty");
                }
                strings.add(text);
            }
            return strings;
        });
    }

    /** A list of objects, in order; empty if the field is absent. */
    List<RequestJson> objects(String name) {
        List<RequestJson> objects = new ArrayList<>();
        JsonArray array = array(name).orElseGet(JsonArray::new);
        for (int i = 0; i < array.size(); i++) {
            String item = name + "[" + i + "]";
            if (!(array.getValue(i) instanceof JsonObject object)) {
                throw error(item, "must be an object");
            }
            objects.add(new RequestJson(object, prefix + item + "."));
        }
        return objects;
    }

    ApiError error(String name, String problem) {
        return ApiError.badRequest(prefix + name + " " + problem);
    }

    public Optional<Integer> optionalInteger(String name, int min, int max) {
        String expectation = "must be an integer from " + min + " to " + max;
        return value(name, Number.class, expectation).map(number -> {
            boolean whole = number instanceof Integer || number instanceof Long;
            if (!whole || number.longValue() < min || number.longValue() > max) {
                throw error(name, expectation);
            }
            return number.intValue();
        });
    }

    private Optional<JsonArray> array(String name) {
        Optional<JsonArray> array = value(name, JsonArray.class, "must be an array");
        if (array.isPresent() && array.get().size() > MAX_ITEMS) {
            throw error(name, "must not have more than " + MAX_ITEMS + " items");
        }
        return array;
    }

    private <T> Optional<T> value(String name, Class<T> type, String expectation) {
        Object value = json.getValue(name);
        if (value != null && !type.isInstance(value)) {
            throw error(name, expectation);
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
