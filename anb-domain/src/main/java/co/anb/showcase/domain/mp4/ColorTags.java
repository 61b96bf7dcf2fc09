package co.anb.showcase.domain.mp4;

/**
 * The box {@code colr}, with the code points of ITU-T H.273. 2 means unspecified: then the stream
 * itself tells.
 *
 * @param primaries 1 is BT.709, 9 BT.2020
 * @param transfer 16 is PQ, 18 is HLG
 * @param matrix 0 is RGB, 1 BT.709, 9 BT.2020 with non-constant luminance
 * @param fullRange whether code values use the whole range; false if not told
 */
public record ColorTags(int primaries, int transfer, int matrix, boolean fullRange) {

  /** A header that says nothing about colours. */
  public static final ColorTags UNSPECIFIED = new ColorTags(2, 2, 2, false);

  /** Refuses what are no code points. */
  public ColorTags {
    if ((primaries | transfer | matrix) >>> 16 != 0) {
      throw new IllegalArgumentException(
          "No code points: " + primaries + ", " + transfer + ", " + matrix);
    }
  }

  /** The family of the transfer characteristics. */
  public Transfer family() {
    return switch (transfer) {
      case 0, 2, 3 -> Transfer.UNSPECIFIED;
      case 16 -> Transfer.PQ;
      case 18 -> Transfer.HLG;
      default -> Transfer.SDR;
    };
  }
}
