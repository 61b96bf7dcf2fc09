package co.anb.showcase.bench;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.VideoCodec;

/** The clips that transcoding is measured with. */
enum SourceKind {
  /** 1080p30, H.264: what most phones record. */
  PLAIN(1920, 1080, "30", VideoCodec.H264, 16),
  /** 1080p30, HEVC in 10 bits: to compare the next one with. */
  TEN_BITS(1920, 1080, "30", VideoCodec.HEVC_10BIT, 10),
  /** 1080p30, HEVC in 10 bits with hybrid log-gamma: what iPhones record. */
  HLG(1920, 1080, "30", VideoCodec.HEVC_HLG, 10),
  /** 2160p60, HEVC. */
  UHD60(3840, 2160, "60", VideoCodec.HEVC, 50),
  /** 5.3K at 30 frames a second, HEVC in 10 bits: an action camera. */
  FIVE_K(5312, 2988, "30", VideoCodec.HEVC_10BIT, 60),
  /** 4320p30, H.264. */
  EIGHT_K(7680, 4320, "30", VideoCodec.H264, 80);

  private static final int GRAIN = 12;

  @SuppressWarnings("ImmutableEnumChecker") // A recipe is a record.
  private final ClipRecipe recipe;

  SourceKind(int width, int height, String frameRate, VideoCodec codec, int megabits) {
    recipe =
        ClipRecipe.standard()
            .withSize(width, height)
            .withFrameRate(frameRate)
            .withCodec(codec)
            .withGrain(GRAIN)
            .withVideoBitrate(megabits * 1_000_000L);
  }

  /** A recipe of any length. */
  ClipRecipe recipe() {
    return recipe;
  }
}
