package co.anb.showcase.worker.processing;

import co.anb.showcase.worker.transcode.OutputFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** A child process that does what its "clip" says, good or bad. */
public final class MisbehavingChild {

  private static final long BITE = 64L << 20;

  private MisbehavingChild() {}

  /** Takes the arguments of the real child. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("prepare")) {
      Files.createDirectories(Path.of(args[1]));
      return;
    }
    say("READY fake");
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] paths = line.split("\t", -1);
      obey(
          Files.readString(Path.of(paths[0])),
          new OutputFiles(Path.of(paths[1]), Path.of(paths[2]), Path.of(paths[3])),
          line);
    }
  }

  private static void obey(String clip, OutputFiles output, String job) throws Exception {
    say("PROGRESS 50");
    if (clip.startsWith(HostileCode.ORDER)) {
      finish(output, HostileCode.run(clip));
      return;
    }
    switch (clip) {
      case "good" -> finish(output, "a video");
      case "say the job" -> finish(output, job);
      case "whoami" -> finish(output, identity());
      case "crash" -> crash();
      case "hang" -> TimeUnit.DAYS.sleep(1);
      case "spin" -> spin();
      case "eat heap" -> eatHeap();
      case "eat memory" -> eatMemory();
      case "link" -> {
        Files.createSymbolicLink(output.video(), Path.of("/etc/passwd"));
        finishPosters(output);
        say("DONE 1000");
      }
      case "babble" -> {
        System.out.print("x".repeat(1 << 20));
        finish(output, "a video");
      }
      case "complain" -> {
        // More than what is logged of a child at all.
        System.err.println("ERROR ffmpeg Codec (aac) not on whitelist 'h264,hevc'\n".repeat(40));
        System.err.println("ERROR ffmpeg no frame!");
        finish(output, "a video");
      }
      case "die later" -> {
        finish(output, "a video");
        Runtime.getRuntime().halt(1);
      }
      case "bad" -> say("FAILED undecodable Nothing to be seen");
      default -> say("FAILED processing_failed No such behaviour");
    }
  }

  private static void finish(OutputFiles output, String content) throws IOException {
    Files.writeString(output.video(), content);
    finishPosters(output);
    say("DONE 26000 decode=1.500 filter=2.250");
  }

  private static void finishPosters(OutputFiles output) throws IOException {
    Files.writeString(output.poster(), "a poster");
    Files.writeString(output.smallPoster(), "a small poster");
  }

  /** Who it is and what it knows, one line each. */
  private static String identity() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.addAll(System.getenv().keySet());
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.matches("(NoNewPrivs|CapEff|Uid).*"))
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  /** By a real signal, as bad native code would. */
  /** As a decoder does it: writes where there is no memory. */
  private static void crash() throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
  }

  private static void spin() {
    long turns = 0;
    while (turns >= 0) {
      turns = (turns + 1) & 0xFFFF;
    }
  }

  private static void eatHeap() {
    Deque<byte[]> eaten = new ArrayDeque<>();
    do {
      eaten.push(new byte[1 << 20]);
    } while (eaten.peek() != null);
  }

  /** Until the system refuses, and then writes to the null pointer that it got. */
  private static void eatMemory() {
    Loader.load(Pointer.class);
    while (true) {
      Pointer.memset(Pointer.malloc(BITE), 1, BITE);
    }
  }

  private static void say(String words) {
    System.out.print("\nanb:" + words + "\n");
    System.out.flush();
  }
}
