// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelbackgroundcut.emulator.engine.CutoutEngineProvider;
import io.github.camelbackgroundcut.emulator.engine.EngineSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEngineProviderTest {

    @Test
    void theEmulatorFindsIt() {
        assertThat(ServiceLoader.load(CutoutEngineProvider.class)).hasOnlyElementsOfType(OnnxEngineProvider.class);
    }

    @Test
    void withoutAModelNothingOfOnnxRuntimeIsTouched() throws Exception {
        assertThat(withoutOnnxRuntime().open(EngineSettings.none())).isEmpty();
    }

    @Test
    void withAModelItIs(@TempDir Path folder) throws Exception {
        Path model = TinyModels.redness(folder.resolve("model.onnx"));
        CutoutEngineProvider provider = withoutOnnxRuntime();

        assertThatThrownBy(() -> provider.open(EngineSettings.ofModel(model))).isInstanceOf(NoClassDefFoundError.class);
    }

    private static CutoutEngineProvider withoutOnnxRuntime() throws ReflectiveOperationException {
        return (CutoutEngineProvider) new WithoutOnnxRuntime()
                .loadClass(OnnxEngineProvider.class.getName())
                .getConstructor()
                .newInstance();
    }

    /** Loads the classes of this package anew, and none of ONNX Runtime. */
    private static final class WithoutOnnxRuntime extends ClassLoader {

        WithoutOnnxRuntime() {
            super(OnnxEngineProviderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("ai.onnxruntime.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OnnxEngineProvider.class.getPackageName() + ".")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
