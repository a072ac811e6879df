// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine;

import io.github.camelbackgroundcut.emulator.picture.AlphaMatte;
import io.github.camelbackgroundcut.emulator.picture.Picture;
import io.github.camelbackgroundcut.emulator.picture.UnusablePictureException;

/**
 * Finds the object of a picture. The emulator comes with one that needs no model file; implement this to plug in
 * another, such as a neural network. Pass it to the configuration of an emulator, or let a
 * {@link CutoutEngineProvider} bring it.
 *
 * <p>An implementation is called from several threads at once. It must not change or close the picture, and the
 * caller closes the matte. It may be {@link AutoCloseable}: it is closed with the {@link CutoutService}.
 */
public interface CutoutEngine {

    /**
     * Finds the most salient object.
     *
     * @param picture the upright picture; where only small outputs are wanted, of a reduced size
     * @param quality how much work to do
     * @return a matte of the picture's size
     * @throws UnusablePictureException if no object can be distinguished from the backdrop
     */
    AlphaMatte matte(Picture picture, Quality quality) throws UnusablePictureException;

    /**
     * Finds the object that a person pointed at.
     *
     * @param picture the upright picture
     * @param hints   points inside the picture
     * @return a matte of the picture's size
     * @throws UnusablePictureException if the points do not lead to an object
     */
    AlphaMatte matte(Picture picture, PointHints hints) throws UnusablePictureException;

    /** What people see on the emulator's page beside a cutout. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The same for an engine that leaves {@linkplain #matte(Picture, PointHints) points} to another one. */
    default String nameForPoints() {
        return name();
    }
}
