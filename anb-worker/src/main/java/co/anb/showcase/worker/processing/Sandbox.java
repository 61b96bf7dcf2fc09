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
 * What a child process is not allowed: it gets hard limits, no network, no new privileges and,
 * where this process is root, another user. The means are the programs of util-linux, each of which
 * replaces itself by the next, so that the child is still ours to kill.
 *
 * @param prefix the command before the child's own
 * @param user whom the child runs as; empty: as this process
 */
record Sandbox(List<String> prefix, Optional<String> user) {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  /** The user with the fewest rights on any Linux. */
  static final String DEFAULT_USER = "nobody";

  private static final long PROBE_SECONDS = 10;

  /**
   * What cuts the network, strongest first. Without root it takes a user namespace, which also
   * keeps the child from reading the memory and the environment of a parent with the same user.
   */
  private static final List<List<String>> SEPARATIONS =
      List.of(
          List.of("unshare", "--net", "--"),
          List.of("unshare", "--user", "--map-current-user", "--net", "--"),
          List.of());

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
   * @throws IllegalStateException if not even limits can be set, or the wanted user is not to be
   *     had
   */
  static List<Sandbox> available(Limits limits, Optional<String> user) {
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
      Optional<String> group = groupOf(other);
      group.ifPresent(
          id ->
              add(
                  found,
                  limited,
                  Optional.of(other),
                  "--reuid=" + other,
                  "--regid=" + id,
                  "--clear-groups"));
    }
    if (user.isPresent() && found.isEmpty()) {
      throw new IllegalStateException(
          "Children cannot run as "
              + user.get()
              + " (setting anb.worker.child.user): the worker must be root and the user must"
              + " exist");
    }
    if (user.isEmpty()) {
      add(found, limited, Optional.empty());
      found.add(new Sandbox(limited, Optional.empty()));
    }
    return List.copyOf(found);
  }

  private static void add(
      List<Sandbox> found, List<String> limited, Optional<String> user, String... identity) {
    List<String> reduced = new ArrayList<>(limited);
    reduced.addAll(List.of("setpriv", "--no-new-privs"));
    reduced.addAll(List.of(identity));
    reduced.add("--");
    for (List<String> separation : SEPARATIONS) {
      List<String> prefix = new ArrayList<>(separation);
      prefix.addAll(reduced);
      if (works(prefix)) {
        found.add(new Sandbox(List.copyOf(prefix), user));
      }
    }
  }

  /** The command that runs {@code command} in this sandbox. */
  List<String> wrap(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
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

  private static Optional<String> groupOf(String user) {
    return run(List.of("id", "-g", user));
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
