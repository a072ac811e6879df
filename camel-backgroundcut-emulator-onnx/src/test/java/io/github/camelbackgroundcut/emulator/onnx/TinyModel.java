// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an ONNX file with a few operators. The numbers are those of the fields in ONNX's {@code onnx.proto}; a library for it
 * would be larger than all models of these tests.
 */
final class TinyModel {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int BOOL = 9;
    private static final int FLOAT16 = 10;

    private static final long IR_VERSION = 8;
    private static final long OPERATOR_SET = 13;

    private final List<UnknownFieldSet> nodes = new ArrayList<>();
    private final List<UnknownFieldSet> constants = new ArrayList<>();
    private final List<UnknownFieldSet> inputs = new ArrayList<>();
    private final List<UnknownFieldSet> outputs = new ArrayList<>();

    /** @param shape a negative side is free */
    TinyModel input(String name, long... shape) {
        inputs.add(value(name, FLOAT, shape));
        return this;
    }

    TinyModel halfInput(String name, long... shape) {
        inputs.add(value(name, FLOAT16, shape));
        return this;
    }

    TinyModel wholeInput(String name, long... shape) {
        inputs.add(value(name, INT64, shape));
        return this;
    }

    TinyModel output(String name, long... shape) {
        outputs.add(value(name, FLOAT, shape));
        return this;
    }

    TinyModel truthOutput(String name, long... shape) {
        outputs.add(value(name, BOOL, shape));
        return this;
    }

    TinyModel halfOutput(String name, long... shape) {
        outputs.add(value(name, FLOAT16, shape));
        return this;
    }

    /** An operator without attributes. */
    TinyModel node(String operator, List<String> from, String to) {
        UnknownFieldSet.Builder node = UnknownFieldSet.newBuilder();
        Field.Builder names = Field.newBuilder();
        from.forEach(name -> names.addLengthDelimited(text(name)));
        nodes.add(node.addField(1, names.build())
                .addField(2, string(to))
                .addField(4, string(operator))
                .build());
        return this;
    }

    TinyModel constant(String name, long[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, FLOAT, shape, bytes);
    }

    TinyModel constant(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(name, INT64, new long[] {values.length}, bytes);
    }

    Path write(Path file) throws IOException {
        UnknownFieldSet graph = UnknownFieldSet.newBuilder()
                .addField(1, messages(nodes))
                .addField(2, string("tiny"))
                .addField(5, messages(constants))
                .addField(11, messages(inputs))
                .addField(12, messages(outputs))
                .build();
        UnknownFieldSet operators =
                UnknownFieldSet.newBuilder().addField(2, number(OPERATOR_SET)).build();
        UnknownFieldSet model = UnknownFieldSet.newBuilder()
                .addField(1, number(IR_VERSION))
                .addField(7, messages(List.of(graph)))
                .addField(8, messages(List.of(operators)))
                .build();
        return Files.write(file, model.toByteArray());
    }

    private TinyModel constant(String name, int type, long[] shape, ByteBuffer bytes) {
        constants.add(UnknownFieldSet.newBuilder()
                .addField(1, numbers(shape))
                .addField(2, number(type))
                .addField(8, string(name))
                .addField(
                        9,
                        Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFrom(bytes))
                                .build())
                .build());
        return this;
    }

    private static UnknownFieldSet value(String name, int type, long... shape) {
        List<UnknownFieldSet> sides = new ArrayList<>();
        for (long side : shape) {
            UnknownFieldSet.Builder dimension = UnknownFieldSet.newBuilder();
            sides.add((side < 0
                            ? dimension.addField(2, string("side" + sides.size()))
                            : dimension.addField(1, number(side)))
                    .build());
        }
        UnknownFieldSet tensor = UnknownFieldSet.newBuilder()
                .addField(1, number(type))
                .addField(
                        2,
                        messages(List.of(UnknownFieldSet.newBuilder()
                                .addField(1, messages(sides))
                                .build())))
                .build();
        return UnknownFieldSet.newBuilder()
                .addField(1, string(name))
                .addField(
                        2,
                        messages(List.of(UnknownFieldSet.newBuilder()
                                .addField(1, messages(List.of(tensor)))
                                .build())))
                .build();
    }

    private static Field messages(List<UnknownFieldSet> messages) {
        Field.Builder field = Field.newBuilder();
        messages.forEach(message -> field.addLengthDelimited(message.toByteString()));
        return field.build();
    }

    private static Field numbers(long[] values) {
        Field.Builder field = Field.newBuilder();
        for (long value : values) {
            field.addVarint(value);
        }
        return field.build();
    }

    private static Field number(long value) {
        return Field.newBuilder().addVarint(value).build();
    }

    private static Field string(String value) {
        return Field.newBuilder().addLengthDelimited(text(value)).build();
    }

    private static ByteString text(String value) {
        return ByteString.copyFrom(value, StandardCharsets.UTF_8);
    }
}
