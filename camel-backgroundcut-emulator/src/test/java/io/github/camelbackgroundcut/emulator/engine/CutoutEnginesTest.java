// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutoutEnginesTest {

    private static final Path MODEL = Path.of("some.onnx");
    private static final CutoutEngineProvider NONE = settings -> Optional.empty();

    @Test
    void withoutAProviderTheClassicalEngineWorks() {
        assertThat(CutoutEngines.open(EngineSettings.none())).isInstanceOf(ClassicalCutoutEngine.class);
    }

    @Test
    void theFirstProviderThatHasAnEngineIsTaken() {
        CutoutEngine engine = new BorderThresholdEngine();

        assertThat(CutoutEngines.open(EngineSettings.none(), List.of(NONE, settings -> Optional.of(engine), NONE)))
                .isSameAs(engine);
    }

    @Test
    void providersAreToldTheModel() {
        CutoutEngine engine = new BorderThresholdEngine();
        EngineSettings wanted = EngineSettings.ofModel(MODEL)
                .withPreset("u2net")
                .withModelProperties(Path.of("some.properties"))
                .withModelRuns(2);
        CutoutEngineProvider provider = settings -> Optional.of(engine).filter(any -> settings.equals(wanted));

        assertThat(CutoutEngines.open(wanted, List.of(provider))).isSameAs(engine);
    }

    @Test
    void aModelThatNobodyTakesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutoutEngines.open(EngineSettings.ofModel(MODEL), List.of(NONE)))
                .withMessageContaining("some.onnx")
                .withMessageContaining("camel-backgroundcut-emulator-onnx");
    }

    @Test
    void aPresetWithoutAModelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineSettings.none().withPreset("u2net"))
                .withMessageContaining("need a model");
    }

    @Test
    void severalRunsWithoutAModelAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineSettings.none().withModelRuns(2))
                .withMessageContaining("model runs need a model");
    }

    @Test
    void noRunAtAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EngineSettings.ofModel(MODEL).withModelRuns(0))
                .withMessageContaining("modelRuns");
    }
}
