// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetGuessTest {

    private static final Path UNNAMED = Path.of("model.onnx");

    @Test
    void sevenMattesOf320AreU2Nets() {
        assertThat(PresetGuess.of(graph(320, 7), UNNAMED)).contains(ModelPreset.U2NET);
    }

    @Test
    void allModelsOf320NeedTheSame() {
        assertThat(PresetGuess.of(graph(320, 1), Path.of("silueta.onnx"))).contains(ModelPreset.SILUETA);
        assertThat(PresetGuess.of(graph(320, 1), UNNAMED)).contains(ModelPreset.U2NET);
    }

    @Test
    void sixMattesAndTheirFeaturesAreIsNets() {
        Map<String, long[]> outputs = planes(1024, 6);
        outputs.put("features", new long[] {1, 64, 512, 512});

        assertThat(PresetGuess.of(new ModelGraph("input", new long[] {1, 3, 1024, 1024}, outputs), UNNAMED))
                .contains(ModelPreset.ISNET_GENERAL_USE);
    }

    @Test
    void aModelWithOneMatteOf1024CouldBeAny() {
        assertThat(PresetGuess.of(graph(1024, 1), UNNAMED)).isEmpty();
    }

    @Test
    void aModelOfAnySizeCouldBeAny() {
        assertThat(PresetGuess.of(graph(-1, 1), UNNAMED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1024, BiRefNet-general-epoch_244.onnx, birefnet-general",
        "1024, isnet-general-use.onnx, isnet-general-use",
        "1024, RMBG-1.4.onnx, rmbg",
        "1024, rmbg1.4.onnx, rmbg",
        "1024, bria-rmbg-2.0.onnx, rmbg-2.0",
        "1024, RMBG_2.onnx, rmbg-2.0",
        "-1, modnet_photographic_portrait_matting.onnx, modnet"
    })
    void theNameOfTheFileDecidesWhereSeveralFit(int side, String name, String preset) {
        assertThat(PresetGuess.of(graph(side, 1), Path.of("models", name)).map(ModelPreset::text))
                .contains(preset);
    }

    /** Its versions need different means, and files of both are named so. */
    @Test
    void anRmbgWithoutItsVersionCouldBeEither() {
        assertThat(PresetGuess.of(graph(1024, 1), Path.of("bria-rmbg.onnx"))).isEmpty();
    }

    @Test
    void aNameThatTheGraphContradictsIsNoPreset() {
        assertThat(PresetGuess.of(graph(512, 1), Path.of("u2net.onnx"))).isEqualTo(Optional.empty());
    }

    private static ModelGraph graph(int side, int planes) {
        return new ModelGraph("input", new long[] {1, 3, side, side}, planes(side, planes));
    }

    private static Map<String, long[]> planes(int side, int number) {
        Map<String, long[]> outputs = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            outputs.put("out" + i, new long[] {1, 1, side, side});
        }
        return outputs;
    }
}
