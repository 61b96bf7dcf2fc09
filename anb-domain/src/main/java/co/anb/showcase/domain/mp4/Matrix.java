package co.anb.showcase.domain.mp4;

import java.io.IOException;

/** The part of a file's matrix that turns and stretches; where it moves frames does not matter. */
record Matrix(double a, double b, double c, double d) {

  static final Matrix IDENTITY = new Matrix(1, 0, 0, 1);

  private static final double ONE = 0x10000;

  /** Reads nine numbers. */
  static Matrix read(BoxInput input) throws IOException {
    int a = input.i32();
    int b = input.i32();
    input.skip(4);
    int c = input.i32();
    int d = input.i32();
    input.skip(16);
    // All zero: some writers leave it empty.
    return (a | b | c | d) == 0 ? IDENTITY : new Matrix(a / ONE, b / ONE, c / ONE, d / ONE);
  }

  /** First this one, then another. */
  Matrix then(Matrix next) {
    return new Matrix(
        a * next.a + b * next.c,
        a * next.b + b * next.d,
        c * next.a + d * next.c,
        c * next.b + d * next.d);
  }

  Orientation orientation() {
    return Orientation.of(a, b, c, d);
  }

  /** By how much it widens frames more than it heightens them; 1 if it does not tell. */
  double stretch() {
    double across = Math.hypot(a, b);
    double down = Math.hypot(c, d);
    return across > 0 && down > 0 ? across / down : 1;
  }
}
