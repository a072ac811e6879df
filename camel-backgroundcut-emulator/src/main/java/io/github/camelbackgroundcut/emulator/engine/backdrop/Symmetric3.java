// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/** A symmetric 3 x 3 matrix, given by its upper half: what covariances of three colour channels are. */
public record Symmetric3(double xx, double xy, double xz, double yy, double yz, double zz) {

    /** The matrix must not be singular. */
    public Symmetric3 inverse() {
        double cxx = yy * zz - yz * yz;
        double cxy = xz * yz - xy * zz;
        double cxz = xy * yz - xz * yy;
        double determinant = xx * cxx + xy * cxy + xz * cxz;
        return new Symmetric3(
                cxx / determinant,
                cxy / determinant,
                cxz / determinant,
                (xx * zz - xz * xz) / determinant,
                (xy * xz - xx * yz) / determinant,
                (xx * yy - xy * xy) / determinant);
    }

    /** v' M v. */
    double quadraticForm(double x, double y, double z) {
        return x * (xx * x + 2 * (xy * y + xz * z)) + y * (yy * y + 2 * yz * z) + zz * z * z;
    }
}
