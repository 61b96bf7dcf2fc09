package co.anb.showcase.clips;

import static co.anb.showcase.clips.Ffmpeg.check;
import static java.util.Comparator.comparingDouble;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An MP4 file that is being written. */
final class Mp4File implements AutoCloseable {

  private final String target;
  private final AVFormatContext context = new AVFormatContext(null);
  private final AVIOContext output = new AVIOContext(null);
  private final List<Track> tracks = new ArrayList<>();

  Mp4File(Path target) throws IOException {
    // A relative path could look like a protocol to FFmpeg.
    this.target = target.toAbsolutePath().toString();
    check(avformat_alloc_output_context2(context, null, "mp4", this.target), "make an MP4");
  }

  /**
   * Adds a track.
   *
   * @throws IOException if FFmpeg refuses the plan
   */
  void add(TrackPlan plan) throws IOException {
    tracks.add(new Track(plan, context));
  }

  /**
   * Encodes the tracks and writes the file; call it once.
   *
   * @param flags {@code movflags} of FFmpeg's muxer; may be empty
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if FFmpeg cannot make or write it
   */
  void write(String flags) throws IOException {
    if (!flags.isEmpty()) {
      check(
          av_opt_set(context, "movflags", flags, AV_OPT_SEARCH_CHILDREN), "set movflags " + flags);
    }
    check(avio_open(output, target, AVIO_FLAG_WRITE), "open " + target);
    context.pb(output);
    check(avformat_write_header(context, (AVDictionary) null), "begin " + target);
    writeTracks();
    check(av_write_trailer(context), "finish " + target);
    check(avio_closep(output), "close " + target);
  }

  private void writeTracks() throws IOException {
    List<Track> unfinished = new ArrayList<>(tracks);
    while (!unfinished.isEmpty()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("Interrupted while making " + target);
      }
      // Interleaved, or the muxer would have to keep one track in memory.
      Track hindmost = Collections.min(unfinished, comparingDouble(Track::position));
      if (!hindmost.advance()) {
        unfinished.remove(hindmost);
      }
    }
  }

  @Override
  public void close() {
    tracks.forEach(Track::close);
    avio_closep(output);
    avformat_free_context(context);
  }
}
