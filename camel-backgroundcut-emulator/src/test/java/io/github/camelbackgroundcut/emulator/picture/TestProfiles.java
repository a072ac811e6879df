// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** ICC profiles (version 2), built from their published primaries, and what colours in them are in sRGB. */
enum TestProfiles {
    DISPLAY_P3(2.2, .51512, .29198, .15710, .24120, .69225, .06657, -.00105, .04189, .78407),
    ADOBE_RGB(2.19921875, .60974, .20528, .14919, .31111, .62567, .06322, .01947, .06087, .74457),
    PROPHOTO(1.8, .79767, .13519, .03134, .28804, .71188, .00009, 0, 0, .82491);

    /** From XYZ under D50 to linear sRGB. */
    private static final double[] TO_SRGB = {
        3.1338561, -1.6168667, -.4906146, -.9787684, 1.9161415, .0334540, .0719453, -.2289914, 1.4052427
    };

    private final double gamma;
    private final double[] toXyz;

    TestProfiles(double gamma, double... toXyz) {
        this.gamma = gamma;
        this.toXyz = toXyz;
    }

    byte[] icc() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(.9642, 1, .8249));
        String[] names = {"r", "g", "b"};
        for (int i = 0; i < 3; i++) {
            tags.put(names[i] + "XYZ", xyz(toXyz[i], toXyz[3 + i], toXyz[6 + i]));
            tags.put(names[i] + "TRC", curve(gamma));
        }
        return profile("mntr", "RGB ", "XYZ ", tags);
    }

    /** Values of 0 to 255 in this space, in sRGB. */
    int[] toSrgb(int red, int green, int blue) {
        double[] linear = {linear(red), linear(green), linear(blue)};
        double[] srgb = times(TO_SRGB, times(toXyz, linear));
        int[] result = new int[3];
        for (int i = 0; i < 3; i++) {
            double value = Math.max(0, Math.min(1, srgb[i]));
            double encoded = value <= .0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - .055;
            result[i] = (int) Math.round(255 * encoded);
        }
        return result;
    }

    private double linear(int value) {
        return Math.pow(value / 255.0, gamma);
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 9; i++) {
            result[i / 3] += matrix[i] * vector[i % 3];
        }
        return result;
    }

    /** Grey whose values are light to that power. */
    static byte[] grey(double gamma) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(.9642, 1, .8249));
        tags.put("kTRC", curve(gamma));
        return profile("mntr", "GRAY", "XYZ ", tags);
    }

    /** Four inks; each corner of the cube is a Lab colour, and the black ink takes 80% of the light. */
    static byte[] cmyk() {
        ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put(TestFiles.ascii("mft1"))
                .putInt(0)
                .put((byte) 4)
                .put((byte) 3)
                .put((byte) 2)
                .put((byte) 0);
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        identity(table, 4);
        for (int corner = 0; corner < 16; corner++) {
            int inks = Integer.bitCount(corner >> 1);
            double light = (100 - 25 * inks) * ((corner & 1) == 0 ? 1 : 0.2);
            table.put((byte) Math.round(light * 2.55));
            table.put((byte) (128 + ((corner & 4) != 0 ? 40 : 0) - ((corner & 8) != 0 ? 30 : 0)));
            table.put((byte) (128 + ((corner & 2) != 0 ? 50 : 0) - ((corner & 8) != 0 ? 30 : 0)));
        }
        identity(table, 3);
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(.9642, 1, .8249));
        tags.put("A2B0", table.array());
        return profile("prtr", "CMYK", "Lab ", tags);
    }

    private static void identity(ByteBuffer target, int channels) {
        for (int i = 0; i < channels * 256; i++) {
            target.put((byte) i);
        }
    }

    private static byte[] profile(String kind, String space, String connection, Map<String, byte[]> tags) {
        int offset = 128 + 4 + 12 * tags.size();
        int length = offset
                + tags.values().stream().mapToInt(tag -> tag.length + 3 & ~3).sum();
        ByteBuffer profile = ByteBuffer.allocate(length);
        profile.putInt(length).putInt(0).putInt(0x02400000);
        profile.put(TestFiles.ascii(kind + space + connection));
        profile.position(36);
        profile.put(TestFiles.ascii("acsp"));
        profile.position(68);
        profile.putInt(fixed(.9642)).putInt(fixed(1)).putInt(fixed(.8249));
        profile.position(128);
        profile.putInt(tags.size());
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            profile.put(TestFiles.ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            profile.put(offset, tag.getValue());
            offset += tag.getValue().length + 3 & ~3;
        }
        return profile.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(TestFiles.ascii("XYZ \0\0\0\0"))
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static byte[] curve(double gamma) {
        return ByteBuffer.allocate(14)
                .put(TestFiles.ascii("curv\0\0\0\0"))
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }
}
