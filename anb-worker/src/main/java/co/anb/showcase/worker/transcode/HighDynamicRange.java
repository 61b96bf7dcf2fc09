package co.anb.showcase.worker.transcode;

/**
 * Turns BT.2020 with hybrid log-gamma (ITU-R BT.2100) into the BT.709 of usual screens, plane by
 * plane: Humble's FFmpeg has no filter that knows more, and tables of whole colours ({@code lut3d})
 * would take thrice the time of a clip.
 */
final class HighDynamicRange {

  /** Light of the scene, as a screen of 1000 cd/m² shows it; white (203 cd/m²) has 1. */
  private static final String LIGHT =
      "pow(if(lte(st(0,max(0,(val-16)/219)),0.5),ld(0)*ld(0)/3,"
          + "(exp((min(1,ld(0))-0.55991073)/0.17883277)+0.28466892)/12),1.2)*1000/203";

  /** Half of a usual screen's light stays as it is; all that is brighter goes into the rest. */
  private static final String LUMA =
      "16.5+219*pow(if(lte(st(1," + LIGHT + "),0.5),ld(1),1-0.25/ld(1)),1/2.4)";

  // The least error over colours of BT.709: from 24 to 10 of 255 levels, and from 64 % of their
  // saturation to 98 %.
  private static final double BLUE = 1.27;
  private static final double RED = 2.02;

  /** The filters, for yuv420p. */
  static final String FILTERS =
      ",lutyuv=y='" + LUMA + "':u='" + chroma(BLUE) + "':v='" + chroma(RED) + "'";

  private HighDynamicRange() {}

  private static String chroma(double gain) {
    return "128.5+" + gain + "*(val-128)";
  }
}
