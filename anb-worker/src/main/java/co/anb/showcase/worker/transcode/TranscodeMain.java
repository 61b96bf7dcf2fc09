package co.anb.showcase.worker.transcode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The child process: transcodes one clip and ends. Its standard output is the protocol of {@link
 * ChildReport}; its working directory is its own.
 */
public final class TranscodeMain {

  private TranscodeMain() {}

  /**
   * Transcodes one clip.
   *
   * @param args the clip, the video to write, the poster to write
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = run(out, Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    // Ends also if the native side left threads behind.
    Runtime.getRuntime().halt(status);
  }

  private static int run(PrintStream out, Path input, Path video, Path still) {
    try {
      if (Files.size(input) == 0) {
        throw new TranscodeException(FailureCode.UNDECODABLE, "The file is empty");
      }
      ImageIO.write(Artwork.watermark(), "png", Path.of(Transcoder.WATERMARK).toFile());
      int duration =
          new Transcoder(percent -> out.println(ChildReport.progress(percent)))
              .transcode(input, video, still);
      out.println(ChildReport.done(duration));
      return 0;
    } catch (TranscodeException e) {
      out.println(ChildReport.failed(e.getMessage()));
      return e.code().exitStatus();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FailureCode.PROCESSING_FAILED.exitStatus();
    } catch (IOException | RuntimeException e) {
      out.println(ChildReport.failed(e.toString()));
      return FailureCode.PROCESSING_FAILED.exitStatus();
    }
  }
}
