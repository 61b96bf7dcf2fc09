package co.anb.showcase.worker.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Command lines of the program bwrap (package bubblewrap, 0.8 or newer), which needs no root. */
final class Bubblewrap {

  private static final Path PROGRAMS = Path.of("/usr");
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  private static final List<String> SEPARATION =
      List.of(
          "bwrap",
          "--unshare-pid",
          "--unshare-net",
          "--unshare-ipc",
          "--unshare-uts",
          "--unshare-cgroup-try",
          "--die-with-parent",
          "--new-session",
          "--cap-drop",
          "ALL");

  private static final List<String> OWN_USERS = List.of("--unshare-user", "--disable-userns");

  /** The descriptor from which bwrap reads {@link SystemCallFilter}. */
  private static final String FILTER = "9";

  private static final List<String> SYSTEM_CALLS = List.of("--seccomp", FILTER);

  private Bubblewrap() {}

  /**
   * Before everything else: opens the filter of system calls for the bwrap that comes last. Java
   * itself hands no descriptors on.
   */
  static List<String> withFilter(Path filter) {
    return List.of("sh", "-c", "exec \"$@\" " + FILTER + "<\"$0\"", filter.toString());
  }

  /** By a process without privileges: what follows sees the view and makes no name spaces. */
  static List<String> separate(Sandbox.View view) {
    List<String> command = new ArrayList<>(SEPARATION);
    command.addAll(OWN_USERS);
    command.addAll(SYSTEM_CALLS);
    command.addAll(mounts(view));
    return command;
  }

  /**
   * By root, for a child that may read what its user alone cannot get to; what follows can still
   * become that user.
   */
  static List<String> separateAsRoot(Sandbox.View view) {
    List<String> command = new ArrayList<>(SEPARATION);
    command.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
    command.addAll(mounts(view));
    return command;
  }

  /** Arguments before a command that must make no name spaces; its files stay as they are. */
  static List<String> confine() {
    List<String> command = new ArrayList<>(List.of("bwrap"));
    command.addAll(OWN_USERS);
    command.addAll(SYSTEM_CALLS);
    command.addAll(List.of("--cap-drop", "ALL", "--die-with-parent", "--dev-bind", "/", "/", "--"));
    return command;
  }

  private static List<String> mounts(Sandbox.View view) {
    List<String> mounts = new ArrayList<>();
    List<Path> readable = new ArrayList<>(List.of(PROGRAMS, JAVA));
    readable.addAll(javaSettings());
    readable.addAll(view.readable());
    parents(readable, view.writable())
        .forEach(folder -> mounts.addAll(List.of("--perms", "0755", "--dir", folder.toString())));
    readable.stream()
        .filter(Bubblewrap::isApart)
        .forEach(path -> bind(mounts, "--ro-bind-try", path));
    bind(mounts, "--ro-bind", PROGRAMS);
    for (String name : List.of("/bin", "/sbin", "/lib", "/lib64")) {
      asOnThisSystem(mounts, Path.of(name));
    }
    mounts.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    bind(mounts, "--bind", view.writable());
    mounts.addAll(List.of("--chdir", view.writable().toString()));
    // The mounts that bwrap makes itself are in memory, which has no limit.
    mounts.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--"));
    return mounts;
  }

  private static boolean isApart(Path path) {
    return !path.startsWith(PROGRAMS);
  }

  /** Debian's Java keeps its settings there. */
  private static List<Path> javaSettings() {
    try (Stream<Path> entries = Files.list(Path.of("/etc"))) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that bwrap would make by itself would be its own user's only. */
  private static Set<Path> parents(List<Path> readable, Path writable) {
    // bwrap itself builds there, also the one that confines.
    Set<Path> parents = new LinkedHashSet<>(Set.of(Path.of("/tmp")));
    Stream.concat(readable.stream(), Stream.of(writable))
        .filter(Bubblewrap::isApart)
        .forEach(
            path -> {
              for (int length = 1; length < path.getNameCount(); length++) {
                parents.add(Path.of("/").resolve(path.subpath(0, length)));
              }
            });
    return parents;
  }

  private static void bind(List<String> mounts, String how, Path path) {
    mounts.addAll(List.of(how, path.toString(), path.toString()));
  }

  /** A folder, or the link that stands in its place where all programs lie below /usr. */
  private static void asOnThisSystem(List<String> mounts, Path path) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      bind(mounts, "--ro-bind", path);
    } else if (Files.isSymbolicLink(path)) {
      try {
        mounts.addAll(
            List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
