// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureSumTest {

    private static final byte[] PICTURE = picture();

    @ParameterizedTest
    @EnumSource
    void isTheSameHoweverTheBytesCome(PictureSum.Kind kind) {
        assertThat(inPiecesOf(1000, kind)).isEqualTo(inPiecesOf(PICTURE.length, kind));
    }

    /** The first and the last byte, one in the middle, and those beside the end of the head. */
    @ParameterizedTest
    @CsvSource({
        "CRYPTOGRAPHIC, 0",
        "CRYPTOGRAPHIC, 100000",
        "CRYPTOGRAPHIC, 199999",
        "CHECKSUMS, 0",
        "CHECKSUMS, 8191",
        "CHECKSUMS, 8192",
        "CHECKSUMS, 100000",
        "CHECKSUMS, 199999"
    })
    void isAnotherIfOneBitIsAnother(PictureSum.Kind kind, int place) {
        byte[] other = PICTURE.clone();
        other[place] ^= 1;

        assertThat(of(other, kind)).isNotEqualTo(of(PICTURE, kind));
    }

    @ParameterizedTest
    @EnumSource
    void isAnotherForAShorterPicture(PictureSum.Kind kind) {
        byte[] zeros = new byte[100_000];

        assertThat(of(Arrays.copyOf(zeros, 99_999), kind)).isNotEqualTo(of(zeros, kind));
    }

    @ParameterizedTest
    @EnumSource
    void isAnotherIfTwoPartsChangePlaces(PictureSum.Kind kind) {
        byte[] other = PICTURE.clone();
        System.arraycopy(PICTURE, 100_000, other, 150_000, 1000);
        System.arraycopy(PICTURE, 150_000, other, 100_000, 1000);

        assertThat(of(other, kind)).isNotEqualTo(of(PICTURE, kind));
    }

    /** A process that was killed must find its work again when it is started anew. */
    @ParameterizedTest
    @CsvSource({"CRYPTOGRAPHIC, 949484006aac268e", "CHECKSUMS, 5e956b9cb0b996ba"})
    void isTheSameInEveryRun(PictureSum.Kind kind, String start) {
        assertThat(HexFormat.of().formatHex(of(PICTURE, kind))).startsWith(start);
    }

    @Test
    void ofOneKindIsNotThatOfTheOther() {
        assertThat(of(PICTURE, PictureSum.Kind.CHECKSUMS)).isNotEqualTo(of(PICTURE, PictureSum.Kind.CRYPTOGRAPHIC));
    }

    private static byte[] of(byte[] picture, PictureSum.Kind kind) {
        PictureSum sum = kind.start();
        sum.update(picture, 0, picture.length);
        return sum.value();
    }

    private static byte[] inPiecesOf(int bytes, PictureSum.Kind kind) {
        PictureSum sum = kind.start();
        for (int from = 0; from < PICTURE.length; from += bytes) {
            sum.update(PICTURE, from, Math.min(bytes, PICTURE.length - from));
        }
        return sum.value();
    }

    private static byte[] picture() {
        byte[] picture = new byte[200_000];
        new Random(7).nextBytes(picture);
        return picture;
    }
}
