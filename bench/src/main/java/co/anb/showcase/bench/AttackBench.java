package co.anb.showcase.bench;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attacks that take too long for the tests. */
@Command(
    name = "bench/attacks",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Attacks a stack of its own on this machine: forms of many parts, pictures of many scans,"
            + " slow bodies. Prints Markdown; ends with 1 if the server suffers.")
public final class AttackBench implements Callable<Integer> {

  private static final long PROBE_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PARTS = 110_000;
  private static final int PICTURE = 2 * 1024 * 1024;
  private static final int MILLIS_ALLOWED = 1_000;

  @Option(names = "--bodies", description = "Slow bodies at once; the server has 200 threads.")
  private int bodies = 205;

  @Option(names = "--seconds", description = "How long they last.")
  private int seconds = 40;

  @Option(names = "--heap", description = "Heap of the server.")
  private String heap = "256m";

  @Option(names = "--project", required = true, description = "The built project.")
  private Path project;

  @Option(names = "--folder", required = true, description = "For the stack's state.")
  private Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new AttackBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    Path state = Files.createTempDirectory(folder.toAbsolutePath(), "stack-");
    try (LocalStack stack =
        LocalStack.builder()
            .projectDirectory(project)
            .stateDirectory(state)
            .heap(StackComponent.SERVER, heap)
            .news(System.err::println)
            .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      stack.start();
      stack.stopWorker();
      // Nobody in the database has it, but its signature is good: as far as a body gets.
      String token = stack.token(UUID.randomUUID(), "PLAYER");
      System.out.println(
          "| attack | what the server did | its CPU time | its memory |\n|---|---|---|---|");
      long pid = stack.process(StackComponent.SERVER).orElseThrow().pid();
      attack("a form of 110,000 parts", pid, () -> partBomb(stack.baseUrl(), token));
      attack("a picture of many scans", pid, () -> scanBomb(stack.baseUrl(), token));
      List<Long> probes = new ArrayList<>();
      attack("slow bodies, " + bodies + " at once", pid, () -> slowBodies(stack, token, probes));
      boolean survived =
          stack.process(StackComponent.SERVER).stream().anyMatch(p -> p.pid() == pid);
      return survived && probes.get(probes.size() - 1) < MILLIS_ALLOWED ? 0 : 1;
    }
  }

  private static void attack(String name, long pid, Callable<String> attack) throws Exception {
    Duration before = ProcFile.cpu(pid);
    String outcome = attack.call();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f s | %d MiB |%n",
        name,
        outcome,
        ProcFile.cpu(pid).minus(before).toMillis() / 1e3,
        ProcFile.residentBytes(pid) >> 20);
  }

  private String partBomb(URI base, String token) throws InterruptedException {
    String body = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n".repeat(PARTS);
    return send(
        request(base, "/api/videos/upload", token)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body + "--b--\r\n", StandardCharsets.US_ASCII)));
  }

  private String scanBomb(URI base, String token) throws InterruptedException {
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0};
    var picture = new ByteArrayOutputStream();
    picture.writeBytes(
        new byte[] {
          (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC2, 0, 11, 8, 8, 0, 8, 0, 1, 1, 0x11, 0
        });
    while (picture.size() + scan.length < PICTURE) {
      picture.writeBytes(scan);
    }
    return send(
        request(base, "/api/me/avatar", token)
            .header("Content-Type", "image/jpeg")
            .PUT(BodyPublishers.ofByteArray(picture.toByteArray())));
  }

  private String slowBodies(LocalStack stack, String token, List<Long> probes) throws Exception {
    int ended;
    try (SlowBodies attack = new SlowBodies(stack.baseUrl(), bodies, token)) {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (System.nanoTime() < until) {
        probes.add(probe(stack.baseUrl()));
        TimeUnit.MILLISECONDS.sleep(PROBE_MILLIS);
      }
      ended = attack.ended();
    }
    Collections.sort(probes);
    return String.format(
        Locale.ROOT,
        "ended %d of them in %d s; meanwhile /api/health took %d ms (median), %d ms (slowest of"
            + " %d)",
        ended,
        seconds,
        probes.get(probes.size() / 2),
        probes.get(probes.size() - 1),
        probes.size());
  }

  /** Milliseconds; those of the patience if it does not answer. */
  private long probe(URI base) throws InterruptedException {
    long begun = System.nanoTime();
    String status = send(request(base, "/api/health", null).GET());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    return status.startsWith("200") ? millis : PATIENCE.toMillis();
  }

  private static HttpRequest.Builder request(URI base, String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws InterruptedException {
    long begun = System.nanoTime();
    String outcome;
    try {
      outcome = http.send(request.build(), BodyHandlers.discarding()).statusCode() + "";
    } catch (IOException e) {
      // It may refuse by hanging up.
      outcome = "hung up";
    }
    return outcome + " after %d ms".formatted((System.nanoTime() - begun) / 1_000_000);
  }
}
