package co.anb.showcase.worker.transcode;

/**
 * The only parts of either FFmpeg that a file of a player may reach; both refuse to open another.
 * Their other hundreds of demuxers and decoders are nothing but surface to attack.
 */
final class DecoderList {

  /** The demuxer of MP4 and QuickTime files. It is named, not guessed from the content. */
  static final String FORMAT = "mov";

  /** All names of that demuxer, as both FFmpegs call it. */
  static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2";

  static final String CODECS = "h264,hevc";

  private DecoderList() {}
}
