// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.util.Optional;

/**
 * What a file says about its pixels.
 *
 * @param profile     the ICC profile of its colours
 * @param orientation how to turn it
 * @param resolution  its pixels an inch
 * @param greyKey     the grey that is transparent (PNG's {@code tRNS}), of that many bits
 * @param channels    of the stored colours: 1 for grey, 3 for RGB and palettes, 4 for CMYK
 * @param bits        a channel
 */
public record PictureMetadata(
        Optional<byte[]> profile,
        Orientation orientation,
        Optional<Resolution> resolution,
        Optional<Integer> greyKey,
        int channels,
        int bits) {

    /** Gathers what the walk through a file finds. What is found first counts. */
    public static final class Gatherer {
        private Optional<byte[]> profile = Optional.empty();
        private Optional<Orientation> orientation = Optional.empty();
        private Optional<Resolution> resolution = Optional.empty();
        private Optional<Integer> greyKey = Optional.empty();

        private int channels = 3;
        private int bits = 8;

        public void pixels(int itsChannels, int itsBits) {
            channels = itsChannels;
            bits = itsBits;
        }

        public void profile(byte[] bytes) {
            profile = profile.or(() -> Optional.of(bytes));
        }

        public void resolution(Resolution found) {
            resolution = resolution.or(() -> Optional.of(found).filter(Resolution::isUsable));
        }

        public void greyKey(int grey) {
            greyKey = Optional.of(grey);
        }

        public void exif(byte[] tiff) {
            ExifTags tags = ExifTags.parse(tiff);
            orientation = orientation.or(tags::orientation);
            tags.resolution().ifPresent(this::resolution);
        }

        public PictureMetadata metadata() {
            Orientation turn = orientation.orElse(Orientation.UPRIGHT);
            Optional<Resolution> upright = turn.swapsSides() ? resolution.map(Resolution::turned) : resolution;
            return new PictureMetadata(profile, turn, upright, greyKey, channels, bits);
        }
    }
}
