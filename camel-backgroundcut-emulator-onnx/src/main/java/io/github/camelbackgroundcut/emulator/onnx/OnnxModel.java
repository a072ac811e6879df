// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network in ONNX Runtime, loaded once. All threads share it; a bounded number of them runs it at the same time, since each
 * run needs memory for all its layers.
 */
final class OnnxModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxModel.class);
    private static final long CLOSE_SECONDS = 60;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelGraph graph;
    private final OnnxJavaType type;
    private final int runs;
    private final Semaphore turns;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxModel(OrtEnvironment environment, OrtSession session, ModelGraph graph, OnnxJavaType type, int runs) {
        this.environment = environment;
        this.session = session;
        this.graph = graph;
        this.type = type;
        this.runs = runs;
        this.turns = new Semaphore(runs, true);
    }

    /**
     * @param runs how many threads may run it at the same time
     * @throws IllegalArgumentException if it can't be used, with a message that says why
     */
    static OnnxModel open(Path file, int runs) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("The model " + file + " is not a file that can be read");
        }
        try {
            OrtEnvironment environment = OnnxRuntime.load();
            OrtSession session = session(environment, file, runs);
            try {
                TensorInfo input = input(session);
                return new OnnxModel(environment, session, graph(session, input), input.type, runs);
            } catch (RuntimeException | OrtException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime can't load the model " + file + ": " + e.getMessage(), e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path file, int runs) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Memory goes back after each run: the arena would keep what the largest run needed, gigabytes, for ever.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / runs));
            return environment.createSession(file.toString(), options);
        }
    }

    private static TensorInfo input(OrtSession session) throws OrtException {
        if (session.getNumInputs() != 1) {
            throw new IllegalArgumentException(
                    "The model has the inputs " + session.getInputNames() + ". Only models with one input can be used");
        }
        NodeInfo node = session.getInputInfo().values().iterator().next();
        return floats(node)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The model's input " + node.getName() + " takes no floating-point numbers: " + node.getInfo()));
    }

    private static Optional<TensorInfo> floats(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                        && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.FLOAT16)
                ? Optional.of(tensor)
                : Optional.empty();
    }

    private static ModelGraph graph(OrtSession session, TensorInfo input) throws OrtException {
        Map<String, long[]> outputs = new LinkedHashMap<>();
        for (NodeInfo output : session.getOutputInfo().values()) {
            floats(output).ifPresent(tensor -> outputs.put(output.getName(), tensor.getShape()));
        }
        return new ModelGraph(session.getInputNames().iterator().next(), input.getShape(), outputs);
    }

    ModelGraph graph() {
        return graph;
    }

    /** Waits for its turn, and runs the network for one output. */
    Tensor run(Tensor input, String output) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted before the model had a turn");
        }
        try {
            if (closed.get()) {
                throw new CancellationException("The model was closed before it had a turn");
            }
            return values(input, output);
        } finally {
            turns.release();
        }
    }

    private Tensor values(Tensor input, String output) {
        try (OnnxTensor tensor = tensor(input);
                OrtSession.Result result = session.run(Map.of(graph.input(), tensor), Set.of(output))) {
            OnnxTensor answer = (OnnxTensor) result.get(0);
            FloatBuffer buffer = answer.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new Tensor(answer.getInfo().getShape(), values);
        } catch (OrtException e) {
            throw new IllegalStateException("The model failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(Tensor input) throws OrtException {
        FloatBuffer values = FloatBuffer.wrap(input.values());
        return type == OnnxJavaType.FLOAT16
                ? OnnxTensor.createTensor(
                        environment,
                        Fp16Conversions.convertFloatBufferToFp16Buffer(values),
                        input.shape(),
                        OnnxJavaType.FLOAT16)
                : OnnxTensor.createTensor(environment, values, input.shape());
    }

    /** Waits for the runs under way: what they use must not be freed. Runs that wait for their turn fail. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (turns.tryAcquire(runs, CLOSE_SECONDS, TimeUnit.SECONDS)) {
                closeSession();
            } else {
                LOG.warn("The model is still at work after {} s; its memory is freed with the JVM", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSession() {
        try {
            session.close();
        } catch (OrtException e) {
            LOG.warn("The model could not be closed", e);
        } finally {
            turns.release(runs);
        }
    }
}
