// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.engine.backdrop;

/** Solves small systems of linear equations by Gaussian elimination with pivoting. */
final class LinearSystem {

    /** Keeps nearly singular systems solvable, at the price of a tiny error. */
    private static final double RIDGE = 1e-9;

    private LinearSystem() {}

    /**
     * @param system n rows of n coefficients and the right side; changed while it is solved
     * @return the n unknowns
     */
    static double[] solve(double[][] system) {
        int n = system.length;
        for (int pivot = 0; pivot < n; pivot++) {
            bringUpLargest(system, pivot);
            system[pivot][pivot] += RIDGE;
            for (int row = pivot + 1; row < n; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = system[row][n];
            for (int column = row + 1; column < n; column++) {
                rest -= system[row][column] * solution[column];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }

    private static void bringUpLargest(double[][] system, int pivot) {
        int largest = pivot;
        for (int row = pivot + 1; row < system.length; row++) {
            if (Math.abs(system[row][pivot]) > Math.abs(system[largest][pivot])) {
                largest = row;
            }
        }
        double[] swapped = system[pivot];
        system[pivot] = system[largest];
        system[largest] = swapped;
    }
}
