package co.anb.showcase.bench;

import co.anb.showcase.bench.Wrk.Call;
import co.anb.showcase.bench.Wrk.Result;
import co.anb.showcase.local.ApiClient;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a whole stack with a filled database under load. */
@Command(
    name = "bench/api",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Requests a second, latencies, errors, and the processor time and memory that they take, of"
            + " the endpoints that many call. Everything runs on this machine, the load too."
            + " Prints Markdown.")
public final class ApiBench implements Callable<Integer> {

  private static final int PAGE_SIZE = 50;

  /** More than can vote in a second: wrk goes on to the end of its time when all have voted. */
  private static final int VOTERS_A_SECOND = 2_000;

  private static final int SPREAD = 1_000;
  private static final int LOGIN_CONNECTIONS = 10;
  private static final int UPLOAD_MEGABYTES = 50;

  @Option(names = "--accounts", description = "How many accounts.")
  private int accounts = 10_000;

  @Option(names = "--videos", description = "How many published clips.")
  private int videos = 1_000;

  @Option(names = "--votes", description = "How many votes.")
  private int votes = 200_000;

  @Option(names = "--connections", description = "Connections at a time.")
  private int connections = 50;

  @Option(names = "--seconds", description = "Length of a run.")
  private int seconds = 10;

  @Option(names = "--warm-up", description = "Seconds of load before the first run of a kind.")
  private int warmUp = 30;

  @Option(names = "--runs", description = "Runs of each kind.")
  private int runs = 3;

  @Option(names = "--heap", description = "Largest heap of the web server.")
  private String heap = "512m";

  @Option(
      names = "--rows",
      split = ",",
      description = "Kinds to run: ${COMPLETION-CANDIDATES}; all by default.")
  private Set<Row> rows = Set.of(Row.values());

  @Option(names = "--project", required = true, description = "The built project.")
  private Path project;

  @Option(names = "--folder", required = true, description = "For the stack's state.")
  private Path folder;

  private LocalStack stack;
  private ApiData data;
  private Wrk wrk;

  /** What can be measured. */
  enum Row {
    GALLERY,
    RANKING,
    CITY,
    PAGES,
    OWN,
    VOTES,
    HOT,
    UPLOAD,
    LOGIN
  }

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ApiBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    Path state = Files.createTempDirectory(folder.toAbsolutePath(), "stack-");
    try (LocalStack started =
        LocalStack.builder()
            .projectDirectory(project)
            .stateDirectory(state)
            .heap(StackComponent.SERVER, heap)
            // All of the load has one address, and a person of the load is quicker than people.
            .environment(StackComponent.SERVER, "ANB_LIMITS_VOTE_PER_ADDRESS", "10000000/PT1M")
            .environment(StackComponent.SERVER, "ANB_LIMITS_LOGIN_PER_ADDRESS", "10000000/PT1M")
            .environment(StackComponent.SERVER, "ANB_LIMITS_UPLOAD_PER_ADDRESS", "10000/PT1M")
            .environment(StackComponent.SERVER, "ANB_LIMITS_UPLOAD_PER_ACCOUNT", "10000/PT1M")
            .news(System.err::println)
            .build()) {
      stack = started;
      // A run that is interrupted must not leave its servers behind.
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      stack.start();
      // Nothing is uploaded: no clip waits for it.
      stack.stopWorker();
      data = new ApiData(stack);
      wrk = new Wrk(state);
      System.err.println("Filling the database");
      data.fill(accounts, videos, votes);
      awaitTally();
      measure();
    }
    return 0;
  }

  /** The ranking has caught up when the tally holds all votes. */
  private void awaitTally() throws SQLException, InterruptedException {
    while (data.number("select count(*) from vote_delta") > 0
        || data.number("select sum(votes) from video_tally") < votes) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    TimeUnit.SECONDS.sleep(2);
  }

  private void measure() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%,d accounts, %,d clips, %,d votes; %d connections; runs of %d s%n%n",
        accounts,
        videos,
        votes,
        connections,
        seconds);
    System.out.println(
        "| | requests/s | p50, ms | p95, ms | p99, ms | errors | transactions/request |"
            + " server CPU | database CPU | load CPU | server, MiB |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    repeated(Row.GALLERY, "gallery of 100", get("/api/public/videos?limit=100"));
    repeated(Row.RANKING, "ranking, first page", get("/api/public/rankings"));
    repeated(Row.CITY, "ranking of a city", get("/api/public/rankings?city=cali"));
    repeated(Row.PAGES, "ranking, page 100 or last", late("", ""));
    repeated(
        Row.PAGES,
        "ranking of a city, page 100 or last",
        late("city=cali&", " and city_key = 'cali'"));
    repeated(Row.OWN, "own clips", own());
    if (rows.contains(Row.VOTES) || rows.contains(Row.HOT)) {
      wrk.run(base(), ballots(VOTERS_A_SECOND * warmUp, SPREAD), true, connections, warmUp);
    }
    if (rows.contains(Row.VOTES)) {
      for (int run = 0; run < runs; run++) {
        votes("votes on %,d clips".formatted(Math.min(SPREAD, videos)), SPREAD);
      }
    }
    if (rows.contains(Row.HOT)) {
      for (int run = 0; run < runs; run++) {
        votes("votes on one clip", 1);
      }
    }
    if (rows.contains(Row.UPLOAD)) {
      uploads();
    }
    if (rows.contains(Row.LOGIN)) {
      logins();
    }
  }

  private static List<Call> get(String path) {
    return List.of(new Call("GET", path, ""));
  }

  /** Page 100, or the last one if there are fewer. */
  private List<Call> late(String query, String condition) throws SQLException {
    long players =
        data.number(
            "select count(distinct owner_id) from video join account a on a.id = owner_id"
                + " where published_at is not null"
                + condition);
    long page = Math.min(100, (players + PAGE_SIZE - 1) / PAGE_SIZE);
    return get("/api/public/rankings?%spage=%d&page_size=%d".formatted(query, page, PAGE_SIZE));
  }

  private List<Call> own() throws SQLException {
    return data.players(200).stream()
        .map(player -> new Call("GET", "/api/videos", stack.token(player, "PLAYER")))
        .toList();
  }

  private void repeated(Row row, String name, List<Call> calls) throws Exception {
    if (!rows.contains(row)) {
      return;
    }
    wrk.run(base(), calls, false, connections, warmUp);
    for (int run = 0; run < runs; run++) {
      report(name, () -> wrk.run(base(), calls, false, connections, seconds));
    }
  }

  /** Each of many people votes once. */
  private void votes(String name, int clips) throws Exception {
    List<Call> calls = ballots(VOTERS_A_SECOND * seconds, clips);
    long before = data.number("select count(*) from vote");
    report(name, () -> wrk.run(base(), calls, true, connections, seconds));
    long cast = data.number("select count(*) from vote") - before;
    System.err.printf(Locale.ROOT, "%,d votes cast%n", cast);
    if (cast == calls.size()) {
      throw new IllegalStateException("All had voted before the run was over");
    }
  }

  private List<Call> ballots(int voters, int clips) throws SQLException {
    List<UUID> targets = data.videos();
    List<Call> calls = new ArrayList<>();
    for (UUID voter : data.newcomers(voters)) {
      UUID target = targets.get(calls.size() % Math.min(clips, targets.size()));
      calls.add(
          new Call("POST", "/api/public/videos/" + target + "/vote", stack.token(voter, "PLAYER")));
    }
    return calls;
  }

  private void uploads() throws Exception {
    Path clip = BenchClip.of(folder, UPLOAD_MEGABYTES);
    String token = stack.token(data.newcomers(1).get(0), "PLAYER");
    var load =
        new UploadLoad(
            stack.baseUrl(), clip, token, stack.process(StackComponent.SERVER).orElseThrow().pid());
    System.out.println();
    for (int run = 0; run < runs; run++) {
      System.out.println(load.run());
    }
    System.out.println();
  }

  /** What sign-ins do, alone and to those who only look at the ranking. */
  private void logins() throws Exception {
    String password = UUID.randomUUID().toString();
    String email = "carga-" + UUID.randomUUID() + "@anb.example";
    new ApiClient(stack.baseUrl())
        .post(
            "/api/auth/signup",
            Json.createObjectBuilder()
                .add("first_name", "Carga")
                .add("last_name", "Prueba")
                .add("email", email)
                .add("password1", password)
                .add("password2", password)
                .add("city", "Cali")
                .add("country", "Colombia")
                .build(),
            null)
        .require(201, "The sign-up");
    var flood = new LoginFlood(stack.baseUrl(), email, password, LOGIN_CONNECTIONS);
    for (int run = 0; run < runs; run++) {
      try (flood) {
        flood.start();
        report(
            "ranking, first page, beside sign-ins",
            () -> wrk.run(base(), get("/api/public/rankings"), false, connections, seconds));
        System.out.println(flood.summary());
      }
    }
  }

  private interface Run {
    Result go() throws IOException, InterruptedException;
  }

  private void report(String name, Run run) throws Exception {
    ProcessHandle server = stack.process(StackComponent.SERVER).orElseThrow();
    Duration serverBefore = ProcFile.cpu(server.pid());
    Duration databaseBefore = databaseCpu();
    Duration loadBefore = ProcFile.endedChildrensCpu();
    long transactionsBefore = transactions();
    long begun = System.nanoTime();
    Result result = run.go();
    double wall = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %.1f | %.1f | %.1f | %d | %.2f | %.0f %% | %.0f %% | %.0f %% | %.0f |%n",
        name,
        result.perSecond(),
        result.p50(),
        result.p95(),
        result.p99(),
        result.errors(),
        (double) (transactions() - transactionsBefore) / result.requests(),
        percent(ProcFile.cpu(server.pid()).minus(serverBefore), wall),
        percent(databaseCpu().minus(databaseBefore), wall),
        percent(ProcFile.endedChildrensCpu().minus(loadBefore), wall),
        ProcFile.residentBytes(server.pid()) / 1048576.0);
  }

  private static double percent(Duration cpu, double wallSeconds) {
    return 100 * cpu.toNanos() / 1e9 / wallSeconds;
  }

  private long transactions() throws SQLException {
    return data.number("select sum(xact_commit + xact_rollback) from pg_stat_database");
  }

  /** Of the server processes that are alive; the pool keeps its connections for a whole run. */
  private Duration databaseCpu() throws IOException {
    ProcessHandle postmaster = stack.process(StackComponent.POSTGRES).orElseThrow();
    Duration sum = ProcFile.cpu(postmaster.pid());
    for (ProcessHandle process : postmaster.descendants().toList()) {
      if (process.isAlive()) {
        sum = sum.plus(ProcFile.cpu(process.pid()));
      }
    }
    return sum;
  }

  private String base() {
    return stack.baseUrl().toString();
  }
}
