package co.anb.showcase.worker.transcode;

import io.humble.video.MediaPicture;

/** A picture on its way through the stages. Frames are used again and again. */
final class Frame {

  /** In Humble's memory. */
  MediaPicture picture;

  /** When the source shows it, in seconds. */
  double seconds;

  /** Its place among the output's pictures of the clip, counted from 0. */
  int slot;

  void delete() {
    if (picture != null) {
      picture.delete();
      picture = null;
    }
  }
}
