// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture;

import io.github.camelbackgroundcut.emulator.picture.colour.ColourProfile;
import io.github.camelbackgroundcut.emulator.picture.metadata.FileBytes;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** A JPEG with four inks. OpenCV mixes them without their profile; here the profile says what they look like. */
final class CmykJpeg {

    static final int CHANNELS = 4;

    /** Adobe's number for inks that are stored as brightness and two colour differences, and black. */
    private static final int YCCK = 2;

    private CmykJpeg() {}

    /** @return {@code CV_8UC3} in sRGB, owned by the scope */
    static Mat decode(Path file, ColourProfile profile, MatScope scope) throws UnusablePictureException, IOException {
        int transform;
        try (FileBytes bytes = new FileBytes(file)) {
            transform = JpegFile.adobeTransform(bytes);
        } catch (EOFException e) {
            throw new UnusablePictureException("The JPEG picture is damaged and can't be decoded", e);
        }
        Mat inks = stored(JpegScans.channels(file), scope);
        if (transform == YCCK) {
            toCmyk(inks, scope);
        }
        if (transform >= 0) {
            // Whatever has Adobe's segment stores 255 for no ink.
            Core.bitwise_not(inks, inks);
        }
        Mat rgb = scope.mat();
        profile.toRgb(inks, rgb);
        Imgproc.cvtColor(rgb, rgb, Imgproc.COLOR_RGB2BGR);
        return rgb;
    }

    private static Mat stored(Raster raster, MatScope scope) {
        Mat channels = scope.own(new Mat(raster.getHeight(), raster.getWidth(), CvType.CV_8UC4));
        channels.put(0, 0, ((DataBufferByte) raster.getDataBuffer()).getData());
        return channels;
    }

    /** The three colour inks are what is left of white by red, green and blue. */
    private static void toCmyk(Mat ycck, MatScope scope) {
        Mat colour = scope.own(new Mat(ycck.size(), CvType.CV_8UC3));
        Mat black = scope.mat();
        Core.extractChannel(ycck, black, 3);
        // OpenCV's order of the differences is the other one.
        Core.mixChannels(List.of(ycck), List.of(colour), scope.own(new org.opencv.core.MatOfInt(0, 0, 2, 1, 1, 2)));
        Imgproc.cvtColor(colour, colour, Imgproc.COLOR_YCrCb2RGB);
        Core.bitwise_not(colour, colour);
        Core.merge(
                List.of(channel(colour, 0, scope), channel(colour, 1, scope), channel(colour, 2, scope), black), ycck);
    }

    private static Mat channel(Mat mat, int index, MatScope scope) {
        Mat plane = scope.mat();
        Core.extractChannel(mat, plane, index);
        return plane;
    }
}
