package co.anb.showcase.worker.processing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a child process is not allowed. In the strongest sandbox it gets files, not a file system:
 * bubblewrap gives it mounts of its own with nothing but Java, its input and a folder for its
 * output, and no network, no processes to see but its own, no name spaces to make and fewer system
 * calls ({@link SystemCallFilter}). Where that does not work, the programs of util-linux take the
 * network away at least. Hard limits, no new privileges and, where this process is root, another
 * user it gets everywhere.
 *
 * @param prefix the command before the child's own, apart from what a {@link View} makes of it
 * @param strength how much it takes away
 * @param user whom the child runs as; empty: as this process
 * @param filter the file of {@link SystemCallFilter}, which the strongest sandbox has
 */
record Sandbox(List<String> prefix, Strength strength, Optional<String> user, Path filter) {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  /** The user with the fewest rights on any Linux. */
  static final String DEFAULT_USER = "nobody";

  private static final long PROBE_SECONDS = 10;

  /** What a sandbox takes from a child, strongest first. */
  enum Strength {
    /** The file system, other processes and the network. */
    FILES(List.of()),
    /** The network. */
    NETWORK(List.of("unshare", "--net", "--")),
    /**
     * The network, by a user namespace, which also keeps the child from reading the memory and the
     * environment of a parent with the same user.
     */
    NETWORK_BY_USER(List.of("unshare", "--user", "--map-current-user", "--net", "--")),
    /** Limits and privileges only. */
    LIMITS(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> separation;

    Strength(List<String> separation) {
      this.separation = separation;
    }
  }

  /**
   * The files of a child in the strongest sandbox, beside Java's own.
   *
   * @param readable files and folders; those that are missing are left out
   * @param writable a folder, where it starts
   */
  record View(List<Path> readable, Path writable) {}

  /**
   * Hard limits of a child.
   *
   * @param addressSpaceBytes all its memory, heap and libraries included
   * @param fileBytes the largest file it can write
   * @param openFiles the most files it can have open
   */
  record Limits(long addressSpaceBytes, long fileBytes, int openFiles) {}

  /**
   * The sandboxes that work here, strongest first.
   *
   * @param user whom to run children as; empty: {@value #DEFAULT_USER} if this process is root, and
   *     itself where the former cannot work
   * @param filter a file of {@link SystemCallFilter}
   * @throws IllegalStateException if not even limits can be set, or the wanted user is not to be
   *     had
   */
  static List<Sandbox> available(Limits limits, Optional<String> user, Path filter) {
    List<String> limited =
        List.of(
            "prlimit",
            "--as=" + limits.addressSpaceBytes(),
            "--fsize=" + limits.fileBytes(),
            "--nofile=" + limits.openFiles(),
            "--core=0",
            "--");
    if (!works(limited)) {
      throw new IllegalStateException(
          "The program prlimit (package util-linux) does not work here; without its limits no clip"
              + " is decoded");
    }
    List<Sandbox> found = new ArrayList<>();
    if (isRoot()) {
      String other = user.orElse(DEFAULT_USER);
      // By number: in a view of its own a child has no list of users.
      Optional<String> account = numberOf("-u", other);
      Optional<String> group = numberOf("-g", other);
      if (account.isPresent() && group.isPresent()) {
        add(
            found,
            limited,
            Optional.of(other),
            filter,
            "--reuid=" + account.get(),
            "--regid=" + group.get(),
            "--clear-groups");
      }
    }
    if (user.isPresent() && found.isEmpty()) {
      throw new IllegalStateException(
          "Children cannot run as "
              + user.get()
              + " (setting anb.worker.child.user): the worker must be root and the user must"
              + " exist");
    }
    if (user.isEmpty()) {
      add(found, limited, Optional.empty(), filter);
      found.add(new Sandbox(limited, Strength.LIMITS, Optional.empty(), filter));
    }
    return List.copyOf(found);
  }

  private static void add(
      List<Sandbox> found,
      List<String> limited,
      Optional<String> user,
      Path filter,
      String... identity) {
    List<String> reduced = new ArrayList<>(limited);
    reduced.addAll(List.of("setpriv", "--no-new-privs"));
    reduced.addAll(List.of(identity));
    reduced.add("--");
    for (Strength strength : Strength.values()) {
      List<String> prefix = new ArrayList<>(strength.separation);
      prefix.addAll(reduced);
      var sandbox = new Sandbox(List.copyOf(prefix), strength, user, filter);
      if (run(sandbox.wrap(List.of("true"), new View(List.of(), Path.of("/var/tmp"))))
          .isPresent()) {
        found.add(sandbox);
      }
    }
  }

  /** The command that runs {@code command} in this sandbox. */
  List<String> wrap(List<String> command, View view) {
    List<String> all = new ArrayList<>();
    if (strength != Strength.FILES) {
      all.addAll(prefix);
    } else if (user.isPresent()) {
      all.addAll(Bubblewrap.withFilter(filter));
      all.addAll(Bubblewrap.separateAsRoot(view));
      all.addAll(prefix);
      all.addAll(Bubblewrap.confine());
    } else {
      all.addAll(Bubblewrap.withFilter(filter));
      all.addAll(prefix);
      all.addAll(Bubblewrap.separate(view));
    }
    all.addAll(command);
    return all;
  }

  /**
   * Hands a folder to the child's user.
   *
   * @throws IOException if that user is not known or may not be given it
   */
  void give(Path folder) throws IOException {
    if (user.isPresent()) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get()));
    }
  }

  private static boolean isRoot() {
    return run(List.of("id", "-u")).filter("0"::equals).isPresent();
  }

  private static Optional<String> numberOf(String kind, String user) {
    return run(List.of("id", kind, user));
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    return run(command).isPresent();
  }

  /** What a program prints; empty if it is missing or fails. */
  private static Optional<String> run(List<String> command) {
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(output.strip())
          : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} does not work here", command, e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
