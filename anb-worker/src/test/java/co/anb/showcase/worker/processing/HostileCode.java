package co.anb.showcase.worker.processing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an attacker does who has taken a child over: each attempt, and whether it worked. */
final class HostileCode {

  static final String ORDER = "attack ";

  private HostileCode() {}

  /** The "clip" that has it run against a file, a port and the parent's process. */
  static String order(Path publicClip, int port, long parent) {
    return ORDER + publicClip + " " + port + " " + parent;
  }

  static String run(String order) {
    String[] targets = order.split(" ", -1);
    Path clip = Path.of(targets[1]);
    String parent = targets[3];
    Map<String, Attempt> attempts = new LinkedHashMap<>();
    attempts.put("read a public clip", () -> Files.readString(clip));
    attempts.put(
        "overwrite a public clip",
        () -> Files.writeString(clip, "taken over", StandardOpenOption.TRUNCATE_EXISTING));
    attempts.put("delete a public clip", () -> delete(clip));
    attempts.put("put a file beside it", () -> Files.createFile(clip.resolveSibling("planted")));
    attempts.put("overwrite the input", () -> Files.writeString(Path.of("../in/clip.mp4"), "x"));
    attempts.put("read the users", () -> Files.readString(Path.of("/etc/passwd")));
    attempts.put("fill the memory", () -> Files.createFile(Path.of("/dev/shm/full")));
    attempts.put("write below the root", () -> Files.createFile(Path.of("/planted")));
    attempts.put(
        "look at its parent",
        () -> Files.exists(Path.of("/proc", parent), LinkOption.NOFOLLOW_LINKS) ? "" : no());
    attempts.put(
        "read its environment", () -> Files.readString(Path.of("/proc", parent, "environ")));
    attempts.put("stop its parent", () -> program("kill", "-STOP", parent));
    attempts.put("see other processes", HostileCode::others);
    attempts.put("connect", () -> connect(Integer.parseInt(targets[2])));
    attempts.put(
        "make a name space", () -> program("unshare", "--user", "--map-root-user", "true"));
    attempts.put("open a socket", HostileCode::listen);
    attempts.put("signal a process", HostileCode::signal);
    attempts.put("trace a process", () -> program("perl", "-e", systemCall(101, 117)));
    attempts.put("mount", () -> program("mount", "-t", "tmpfs", "none", "/usr"));
    return attempts.entrySet().stream()
        .map(attempt -> attempt.getKey() + ": " + (works(attempt.getValue()) ? "done" : "refused"))
        .collect(Collectors.joining("\n"));
  }

  @FunctionalInterface
  private interface Attempt {
    Object make() throws Exception;
  }

  private static boolean works(Attempt attempt) {
    try {
      attempt.make();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private static Object no() throws IOException {
    throw new IOException("no");
  }

  private static Object delete(Path file) throws IOException {
    Files.delete(file);
    return file;
  }

  private static Object program(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor() == 0 ? command : no();
  }

  /** Its own network would let it, for what that is worth. */
  private static Object listen() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** One of its own, which it may see. */
  private static Object signal() throws Exception {
    Process other = new ProcessBuilder("sleep", "1").start();
    try {
      return program("kill", "-CONT", Long.toString(other.pid()));
    } finally {
      other.waitFor();
    }
  }

  /** PTRACE_TRACEME, with the number of the present architecture; ends with 0 if it works. */
  private static String systemCall(int intel, int arm) {
    int number = System.getProperty("os.arch").equals("amd64") ? intel : arm;
    return "exit(syscall(" + number + ", 0, 0, 0, 0) == 0 ? 0 : 1)";
  }

  private static Object connect(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getPort();
    }
  }

  /** Besides this one there are only the few that make its sandbox. */
  private static Object others() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      long seen = entries.filter(entry -> entry.getFileName().toString().matches("\\d+")).count();
      return seen > 5 ? seen : no();
    }
  }
}
