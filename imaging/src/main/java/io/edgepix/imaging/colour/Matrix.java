package io.edgepix.imaging.colour;

/** Operations on matrices of three rows and three columns. */
final class Matrix {
    private Matrix() {}

    static double[] times(double[][] a, double[] v) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = a[i][0] * v[0] + a[i][1] * v[1] + a[i][2] * v[2];
        }
        return product;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return product;
    }

    /** Returns the inverse, computed by cofactors. For a singular matrix, the values are not finite. */
    static double[][] inverse(double[][] a) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            determinant += a[0][i] * cofactor(a, 0, i);
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                inverse[i][j] = cofactor(a, j, i) / determinant;
            }
        }
        return inverse;
    }

    private static double cofactor(double[][] a, int row, int column) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (column + 1) % 3;
        int c2 = (column + 2) % 3;
        return a[r1][c1] * a[r2][c2] - a[r1][c2] * a[r2][c1];
    }
}
