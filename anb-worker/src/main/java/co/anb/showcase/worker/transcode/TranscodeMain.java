package co.anb.showcase.worker.transcode;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child process. {@code prepare} makes what all children share; {@code serve} transcodes clips,
 * one after another, until its standard input ends.
 */
public final class TranscodeMain {

  private static final Logger LOG = LoggerFactory.getLogger(TranscodeMain.class);

  private TranscodeMain() {}

  /**
   * Runs the child.
   *
   * @param args {@code prepare} or {@code serve}, and the folder of the artwork
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    int status;
    try {
      status = run(args);
    } catch (Throwable e) {
      LOG.error("The child gives up", e);
      status = 1;
    }
    // Ends also if the native side left threads behind.
    Runtime.getRuntime().halt(status);
  }

  private static int run(String[] args) throws IOException, InterruptedException {
    if (args.length == 2 && args[0].equals("prepare")) {
      ArtworkFolder.write(Path.of(args[1]), EncoderKind.best());
      FfmpegGraph.unpack();
      return 0;
    }
    if (args.length == 2 && args[0].equals("serve")) {
      new JobServer(System.in, System.out).serve(ArtworkFolder.open(Path.of(args[1])));
      return 0;
    }
    LOG.error("Usage: prepare <artwork folder> | serve <artwork folder>");
    return 2;
  }
}
