package co.anb.showcase.container;

import co.anb.showcase.domain.mp4.ClipCodec;
import co.anb.showcase.domain.mp4.ClipTimeline;
import co.anb.showcase.domain.mp4.ColorTags;
import co.anb.showcase.domain.mp4.Edit;
import co.anb.showcase.domain.mp4.FieldOrder;
import co.anb.showcase.domain.mp4.Orientation;
import co.anb.showcase.domain.mp4.PictureSize;
import co.anb.showcase.domain.video.ShownPart;
import co.anb.showcase.domain.video.SourceProperties;
import co.anb.showcase.service.upload.AcceptedClip;
import java.util.List;
import java.util.UUID;

/** Clips as the check of an upload hands them over; there are no files. */
final class AcceptedClips {

  private static final SourceProperties SOURCE = new SourceProperties(1_000, 30_000, 1920, 1080);

  private static final ClipTimeline TIMELINE =
      new ClipTimeline(
          1,
          0,
          ClipCodec.H264,
          "avc1",
          Orientation.NORMAL,
          FieldOrder.UNSPECIFIED,
          1000,
          List.of(new Edit(0, 30_000)),
          new PictureSize(1920, 1080, 0, 0),
          ColorTags.UNSPECIFIED,
          900,
          900,
          1,
          false,
          false);

  private AcceptedClips() {}

  /** Half a minute of 1080p. */
  static AcceptedClip of(UUID id, UUID ownerId, String title) {
    return new AcceptedClip(id, ownerId, title, SOURCE, TIMELINE, ShownPart.FIRST, null);
  }
}
