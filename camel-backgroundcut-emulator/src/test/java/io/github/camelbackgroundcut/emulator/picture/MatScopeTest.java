// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

class MatScopeTest {

    @Test
    void theEndOfTheBlockReleases() {
        Mat mat = TestPictures.plain(10, 10);

        try (MatScope scope = new MatScope()) {
            scope.own(mat);
        }

        assertThat(mat.empty()).isTrue();
    }

    @Test
    void anExceptionReleasesToo() {
        AtomicReference<Mat> mat = new AtomicReference<>();

        assertThatIllegalStateException().isThrownBy(() -> {
            try (MatScope scope = new MatScope()) {
                mat.set(scope.own(TestPictures.plain(10, 10)));
                throw new IllegalStateException("in the middle");
            }
        });

        assertThat(mat.get().empty()).isTrue();
    }

    @Test
    void whatIsHandedOverSurvives() {
        Mat mat = TestPictures.plain(10, 10);

        try (MatScope scope = new MatScope()) {
            scope.own(mat);
            scope.handOver(mat);
        }

        assertThat(mat.empty()).isFalse();
        mat.release();
    }
}
