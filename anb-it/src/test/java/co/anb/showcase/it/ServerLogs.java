package co.anb.showcase.it;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the servers and the workers have logged since some moment, for the output of a test that
 * fails: what happened once in a hundred runs must be explained by that one run.
 */
final class ServerLogs {

  /** More than a test ever logs; the end is what matters. */
  private static final long MOST_BYTES = 2_000_000;

  private static final int MOST_LINES = 120;
  private static final int FRAMES = 8;
  private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*");

  private static final List<StackComponent> COMPONENTS =
      List.of(
          StackComponent.SERVER,
          StackComponent.SECOND_SERVER,
          StackComponent.WORKER,
          StackComponent.SECOND_WORKER);

  private final LocalStack stack;
  private final Map<StackComponent, Long> begin = new EnumMap<>(StackComponent.class);

  private ServerLogs(LocalStack stack) {
    this.stack = stack;
  }

  /** From now on. */
  static ServerLogs from(LocalStack stack) {
    ServerLogs logs = new ServerLogs(stack);
    COMPONENTS.forEach(component -> logs.begin.put(component, size(stack.log(component))));
    return logs;
  }

  /** The last lines of each log that has grown, with the first frames of each stack. */
  String tell() {
    return COMPONENTS.stream()
        .map(component -> tell(component.title(), stack.log(component), begin.get(component)))
        .collect(Collectors.joining());
  }

  static String tell(String title, Path log, long begin) {
    List<String> lines = shortened(read(log, begin));
    if (lines.isEmpty()) {
      return "";
    }
    int from = Math.max(0, lines.size() - MOST_LINES);
    return "== %s, %s%n%s%n"
        .formatted(title, log, String.join("\n", lines.subList(from, lines.size())));
  }

  private static List<String> shortened(String text) {
    int[] frames = {0};
    return text.lines()
        .filter(line -> !line.isBlank())
        .filter(
            line -> {
              frames[0] = FRAME.matcher(line).matches() ? frames[0] + 1 : 0;
              return frames[0] <= FRAMES;
            })
        .toList();
  }

  private static String read(Path log, long begin) {
    long end = size(log);
    // A log that a restart has begun anew is shorter.
    long from = Math.max(begin > end ? 0 : begin, end - MOST_BYTES);
    if (from == end) {
      return "";
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(end - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
