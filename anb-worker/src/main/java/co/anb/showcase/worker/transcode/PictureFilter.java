package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import co.anb.showcase.domain.mp4.Orientation;
import io.humble.video.MediaPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Converts decoded frames into the contest's form: upright, with bars where they are narrow, in the
 * colours of usual screens, under the watermark. The engine that has decoded a frame scales it too;
 * the rest is done at the output's size.
 */
final class PictureFilter implements AutoCloseable {

  private final StreamFacts facts;
  private final Orientation orientation;
  private final Path watermark;
  private final HighDynamicRange mapping;

  private HumbleFilter placing;
  private FfmpegGraph scaling;
  private HumbleFilter marking;
  private MediaPicture placed;
  private MediaPicture plain;
  private AVFrame scaled;

  /**
   * Makes it.
   *
   * @param mapping for the colours; null if they stay, as they do if Humble decodes
   * @param watermark a PNG
   */
  PictureFilter(
      StreamFacts facts, Orientation orientation, HighDynamicRange mapping, Path watermark) {
    this.facts = facts;
    this.orientation = orientation;
    this.mapping = mapping;
    this.watermark = watermark;
  }

  /**
   * Filters one frame.
   *
   * @param from its slot must grow from frame to frame
   * @param to takes the result
   * @throws IOException if nothing comes out
   */
  void apply(Frame from, MediaPicture to) throws IOException {
    if (from.raw == null) {
      place(from.picture).apply(from.picture, from.slot, to);
      return;
    }
    if (placed == null) {
      placed = mapping == null ? HumbleFilter.blank() : HumbleFilter.deepBlank();
      plain = mapping == null ? placed : HumbleFilter.blank();
      marking = HumbleFilter.marking(watermark);
    }
    scale(from.raw);
    if (mapping != null) {
      mapping.apply(placed, plain);
    }
    marking.apply(plain, from.slot, to);
  }

  private HumbleFilter place(MediaPicture picture) {
    if (placing == null || !placing.fits(picture)) {
      if (placing != null) {
        placing.close();
      }
      Geometry geometry = geometry(picture.getWidth(), picture.getHeight());
      placing = HumbleFilter.placingAndMarking(picture, geometry, facts, watermark);
    }
    return placing;
  }

  private Geometry geometry(int width, int height) {
    return Geometry.fit(width, height, facts.pixelAspect(), orientation);
  }

  private void scale(AVFrame picture) throws IOException {
    picture.colorspace(facts.matrix());
    picture.color_range(facts.range());
    if (scaling == null || !scaling.fits(picture)) {
      if (scaling != null) {
        scaling.close();
      }
      Geometry geometry = geometry(picture.width(), picture.height());
      scaling =
          new FfmpegGraph(
              picture,
              "scale=%d:%d:flags=bicubic:out_color_matrix=%s:out_range=tv,format=%s%s"
                  .formatted(
                      geometry.scaledWidth(),
                      geometry.scaledHeight(),
                      mapping == null ? "bt709" : "bt2020",
                      mapping == null ? "yuv420p" : "yuv420p10le",
                      geometry.placing()));
    }
    if (scaled == null) {
      scaled = av_frame_alloc();
    }
    scaling.give(picture);
    if (!scaling.take(scaled)) {
      throw new IOException("The filters gave no frame");
    }
    copy(scaled, placed);
    av_frame_unref(scaled);
  }

  private static void copy(AVFrame from, MediaPicture to) {
    try (var planes = new Planes(to)) {
      for (int plane = 0; plane < Planes.COUNT; plane++) {
        int height = plane == 0 ? OutputForm.HEIGHT : OutputForm.HEIGHT / 2;
        int samples = plane == 0 ? OutputForm.WIDTH : OutputForm.WIDTH / 2;
        int width = from.format() == AV_PIX_FMT_YUV420P ? samples : 2 * samples;
        int stride = from.linesize(plane);
        ByteBuffer source =
            from.data(plane).capacity((long) stride * (height - 1) + width).asByteBuffer();
        for (int y = 0; y < height; y++) {
          planes.bytes(plane).put(y * planes.stride(plane), source, y * stride, width);
        }
      }
    }
    to.setComplete(true);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Both may be the same native object.
  public void close() {
    if (placing != null) {
      placing.close();
    }
    if (scaling != null) {
      scaling.close();
    }
    if (marking != null) {
      marking.close();
    }
    if (plain != null && plain != placed) {
      plain.delete();
    }
    if (placed != null) {
      placed.delete();
    }
    if (scaled != null) {
      av_frame_free(scaled);
    }
  }
}
