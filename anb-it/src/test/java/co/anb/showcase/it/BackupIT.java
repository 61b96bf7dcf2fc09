package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.LocalStackBuilder;
import co.anb.showcase.local.StackComponent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A back-up of a contest that runs, restored on a machine that has nothing, is that contest. It has
 * stacks of its own: what other tests put into rows without files would be reported as lost.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestOrder.BOTH)
class BackupIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path FOLDER = Path.of(System.getProperty("anb.it.directory"));

  @Test
  void aRestoredContestIsTheContestThatWasBackedUp() throws Exception {
    Path first = newFolder();
    Path backups = first.resolve("backups");
    Path backup;
    Contents before;
    List<Person> fans = new ArrayList<>();
    String clip;
    Person player;
    Person leaving;
    try (LocalStack stack = stack(first).build()) {
      stack.start();
      Contest contest = new Contest(stack.baseUrl());
      var clips = new SampleClips();
      player = contest.join("Copia", "Leticia");
      Person other = contest.join("Segunda", "Mitú");
      clip = contest.accepted(player, clips.light(), "Con respaldo");
      String second = contest.accepted(other, clips.light(), "También");
      contest.processed(player, clip);
      contest.processed(other, second);
      for (int i = 0; i < 3; i++) {
        Person fan = contest.join("Fan " + i, "Bogotá");
        fans.add(fan);
        assertThat(contest.vote(clip, fan).status()).isEqualTo(200);
      }
      assertThat(contest.vote(second, fans.get(0)).status()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(5)).until(() -> votes(contest), sum -> sum == 4);
      leaving = contest.join("Seva", "Bogotá");
      before = Contents.of(contest, player, clip);

      run(stack, "create", "--into", backups.toString());
      backup = only(backups);
      // Later changes are not in the back-up.
      assertThat(contest.vote(second, fans.get(1)).status()).isEqualTo(200);
      contest.join("Tarde", "Bogotá");
      run(stack, "verify", backup.toString());
      assertThat(contest.delete("/api/me", leaving.token()).status()).isEqualTo(204);
      run(stack, "deletions", "--into", backups.toString());
    }

    Path empty = newFolder();
    keepSecrets(first, empty);
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_prepared_transactions", "64")
                .setServerConfig("max_connections", "100")
                .start();
        LocalStack stack =
            stack(empty)
                .externalDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "none")
                .build()) {
      long start = System.nanoTime();
      run(
          Map.of(
              "ANB_DB_URL",
              postgres.getJdbcUrl("postgres", "postgres"),
              "ANB_DB_USER",
              "postgres",
              "ANB_DB_PASSWORD",
              "none",
              "ANB_MEDIA_ROOT",
              empty.resolve("media").toString()),
          "restore",
          backup.toString());
      double restored = (System.nanoTime() - start) / 1e9;
      stack.start();
      double serving = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "Restored on an empty machine in %.1f s; all components of the stack served after %.1f"
              + " s%n",
          restored, serving);

      Contest contest = new Contest(stack.baseUrl());
      await().atMost(Duration.ofSeconds(5)).until(() -> votes(contest), sum -> sum == 4);
      // A session of the old machine is still valid on the new one.
      assertThat(Contents.of(contest, player, clip)).isEqualTo(before);
      assertThat(contest.login(player.email())).isNotEmpty();
      assertThat(contest.get("/api/me", leaving.token()).status())
          .as("deleted after the back-up")
          .isEqualTo(401);
      assertThat(contest.vote(clip, fans.get(0)).status()).isEqualTo(400);
      var clips = new SampleClips();
      String fresh = contest.accepted(player, clips.light(), "Después");
      contest.processed(player, fresh);
    }
  }

  /** What people see and get. */
  private record Contents(
      String ranking, String gallery, String ownClips, int originalBytes, int videoHash) {

    static Contents of(Contest contest, Person player, String clip) {
      Answer processed = contest.get("/api/videos/" + clip + "/processed", player.token());
      Answer original = contest.get("/api/videos/" + clip + "/original", player.token());
      assertThat(List.of(processed.status(), original.status())).containsOnly(200);
      return new Contents(
          contest.get("/api/public/rankings", null).text(),
          contest.get("/api/public/videos", null).text(),
          contest.get("/api/videos", player.token()).text(),
          original.bytes().length,
          Arrays.hashCode(processed.bytes()));
    }
  }

  private static int votes(Contest contest) {
    return contest.get("/api/public/rankings", null).array().stream()
        .mapToInt(row -> row.asJsonObject().getInt("votes"))
        .sum();
  }

  private static LocalStackBuilder stack(Path state) {
    return LocalStack.builder()
        .projectDirectory(PROJECT)
        .stateDirectory(state)
        .environment(StackComponent.SERVER, RunningStack.JVM_OPTIONS, RunningStack.QUICK_START)
        .news(System.out::println);
  }

  private static Path newFolder() throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "backup-");
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Keys are not in the back-up: the operator keeps them apart, as the handbook says. */
  private static void keepSecrets(Path from, Path to) throws IOException {
    Path secrets = Files.createDirectory(to.resolve("secrets"));
    try (Stream<Path> files = Files.list(from.resolve("secrets"))) {
      for (Path file : files.toList()) {
        Files.copy(file, secrets.resolve(file.getFileName()));
      }
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(Files::isDirectory).toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static void run(LocalStack stack, String... words) throws Exception {
    run(
        Map.of(
            "ANB_DB_URL", stack.jdbcUrl(),
            // As the unit does it: reading is enough.
            "ANB_DB_USER", "anb_web",
            "ANB_DB_PASSWORD",
                Files.readString(stack.adminPasswordFile().resolveSibling("database-web.password")),
            "ANB_MEDIA_ROOT", stack.mediaRoot().toString()),
        words);
  }

  private static void run(Map<String, String> environment, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(PROJECT.resolve("anb-backup/target/anb-backup.jar").toString());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    System.out.println(output.strip().lines().reduce((before, last) -> last).orElseThrow());
  }
}
