package co.anb.showcase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What Linux tells about processes. */
final class ProcFile {

  /** The kernel counts in hundredths of a second for everybody, whatever it does inside. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDRENS_USER_TIME = 13;
  private static final int CHILDRENS_SYSTEM_TIME = 14;

  private ProcFile() {}

  /** CPU time of all threads of a process so far, ended ones too. */
  static Duration cpu(long pid) throws IOException {
    List<String> fields = stat(Long.toString(pid));
    return ticks(fields.get(USER_TIME)).plus(ticks(fields.get(SYSTEM_TIME)));
  }

  /** CPU time of the processes that this one has started and seen end. */
  static Duration endedChildrensCpu() throws IOException {
    List<String> fields = stat("self");
    return ticks(fields.get(CHILDRENS_USER_TIME)).plus(ticks(fields.get(CHILDRENS_SYSTEM_TIME)));
  }

  /** Most memory that a process had at once, in bytes. */
  static long peakBytes(long pid) throws IOException {
    return status(pid, "VmHWM:");
  }

  /** Memory that a process has now, in bytes. */
  static long residentBytes(long pid) throws IOException {
    return status(pid, "VmRSS:");
  }

  private static long status(long pid, String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith(name)) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("No " + name + " of process " + pid);
  }

  private static Duration ticks(String field) {
    return Duration.ofMillis(MILLIS_PER_TICK * Long.parseLong(field));
  }

  /** The fields behind the name, which may hold spaces. */
  private static List<String> stat(String process) throws IOException {
    String line = Files.readString(Path.of("/proc/" + process + "/stat"));
    return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
  }
}
