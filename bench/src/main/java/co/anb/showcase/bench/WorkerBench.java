package co.anb.showcase.bench;

import co.anb.showcase.local.ApiClient;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the whole stack process a row of clips. */
@Command(
    name = "bench/worker",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Clips a minute through the whole stack, and the memory of worker and child after each."
            + " Prints Markdown.")
public final class WorkerBench implements Callable<Integer> {

  private static final long LOOK_MILLIS = 200;

  @Option(names = "--clips", description = "How many clips.")
  private int clips = 8;

  @Option(names = "--megabytes", description = "Size of each clip in millions of bytes.")
  private int megabytes = 50;

  @Option(names = "--concurrency", description = "Jobs at a time.")
  private int concurrency = 1;

  @Option(names = "--jobs-per-child", description = "Clips after which a child is replaced.")
  private int jobsPerChild = 20;

  @Option(names = "--project", required = true, description = "The built project.")
  private Path project;

  @Option(names = "--folder", required = true, description = "For clips and the stack's state.")
  private Path folder;

  /** When a clip was seen to be ready, and the memory then in bytes. */
  private record Sample(Instant at, long worker, long children) {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new WorkerBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path clip = BenchClip.of(folder, megabytes);
    Path state = Files.createTempDirectory(folder.toAbsolutePath(), "stack-");
    try (LocalStack stack =
        LocalStack.builder()
            .projectDirectory(project)
            .stateDirectory(state)
            .environment(
                StackComponent.WORKER, "ANB_WORKER_CONCURRENCY", Integer.toString(concurrency))
            .environment(
                StackComponent.WORKER, "ANB_WORKER_CHILD_JOBS", Integer.toString(jobsPerChild))
            .news(System.err::println)
            .build()) {
      stack.start();
      stack.stopWorker();
      var api = new ApiClient(stack.baseUrl());
      String token = signUp(api);
      Set<String> waiting = new HashSet<>();
      for (int i = 0; i < clips; i++) {
        waiting.add(
            api.upload(clip, "Clip " + i, token)
                .require(201, "The upload")
                .object()
                .getString("video_id"));
      }
      stack.startWorker();
      report(clip, follow(stack, api, token, waiting));
    }
    return 0;
  }

  private static String signUp(ApiClient api) {
    String password = UUID.randomUUID().toString();
    String email = "bench-" + UUID.randomUUID() + "@anb.example";
    JsonObject person =
        Json.createObjectBuilder()
            .add("first_name", "Banco")
            .add("last_name", "Prueba")
            .add("email", email)
            .add("password1", password)
            .add("password2", password)
            .add("city", "Cali")
            .add("country", "Colombia")
            .build();
    api.post("/api/auth/signup", person, null).require(201, "The sign-up");
    JsonObject login =
        Json.createObjectBuilder().add("email", email).add("password", password).build();
    return api.post("/api/auth/login", login, null)
        .require(200, "The sign-in")
        .object()
        .getString("access_token");
  }

  private List<Sample> follow(LocalStack stack, ApiClient api, String token, Set<String> waiting)
      throws IOException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    while (!waiting.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      for (String id : List.copyOf(waiting)) {
        String status =
            api.get("/api/jobs/" + id, token).require(200, "The job").object().getString("status");
        if (status.equals("failed")) {
          throw new IOException("Clip " + id + " failed");
        }
        if (status.equals("processed")) {
          waiting.remove(id);
          samples.add(sample(stack));
          System.err.printf("%d of %d%n", samples.size(), clips);
        }
      }
    }
    return samples;
  }

  private static Sample sample(LocalStack stack) throws IOException {
    ProcessHandle worker = stack.process(StackComponent.WORKER).orElseThrow();
    long children = 0;
    for (ProcessHandle child : worker.descendants().toList()) {
      children += ProcFile.residentBytes(child.pid());
    }
    return new Sample(Instant.now(), ProcFile.residentBytes(worker.pid()), children);
  }

  private void report(Path clip, List<Sample> samples) throws IOException {
    Sample first = samples.get(concurrency - 1);
    Sample last = samples.get(samples.size() - 1);
    double minutes = Duration.between(first.at(), last.at()).toMillis() / 60_000.0;
    System.out.printf(
        Locale.ROOT,
        "| %.1f MB, %d s | %d at a time | %.2f clips a minute |%n",
        Files.size(clip) / 1e6,
        BenchClip.SECONDS,
        concurrency,
        (samples.size() - concurrency) / minutes);
    System.out.println("\n| after clip | worker, MiB | children, MiB |\n|---:|---:|---:|");
    Stream.iterate(1, i -> i <= samples.size(), i -> i + 1)
        .filter(i -> i == 1 || i % 5 == 0 || i == samples.size())
        .forEach(
            i ->
                System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f |%n",
                    i,
                    samples.get(i - 1).worker() / 1048576.0,
                    samples.get(i - 1).children() / 1048576.0));
  }
}
