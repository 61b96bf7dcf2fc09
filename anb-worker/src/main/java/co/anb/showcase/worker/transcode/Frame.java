package co.anb.showcase.worker.transcode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.humble.video.MediaPicture;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A frame on its way through the stages. Frames are used again and again. */
final class Frame {

  /** In Humble's memory; null if the presets decode. */
  MediaPicture picture;

  /** In the memory of the FFmpeg presets; null if Humble decodes. */
  AVFrame raw;

  /** When the source shows it, in seconds. */
  double seconds;

  /** Its place among the output's frames of the clip, counted from 0. */
  int slot;

  /** Exchanges frames and times. */
  void swap(Frame other) {
    MediaPicture otherPicture = other.picture;
    other.picture = picture;
    picture = otherPicture;
    AVFrame otherRaw = other.raw;
    other.raw = raw;
    raw = otherRaw;
    double otherSeconds = other.seconds;
    other.seconds = seconds;
    seconds = otherSeconds;
  }

  void delete() {
    if (picture != null) {
      picture.delete();
      picture = null;
    }
    if (raw != null) {
      av_frame_free(raw);
      raw = null;
    }
  }
}
