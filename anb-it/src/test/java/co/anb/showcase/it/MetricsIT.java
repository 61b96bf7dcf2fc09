package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** The running product has every metric that the alerts and the dashboard use. */
@ExtendWith(RunningStack.class)
class MetricsIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));

  /** In rules and in what is scraped alike. */
  private static final Pattern NAME =
      Pattern.compile("\\b(?:anb|hikaricp|jvm_memory)_[a-z][a-z_]*[a-z]\\b");

  /** The back-up command tells these by a file; its own test looks at them. */
  private static final Set<String> OF_THE_BACKUP =
      Set.of("anb_backup_finished_seconds", "anb_backup_missing_files");

  @Test
  void everyNameInARuleOrOnTheDashboardIsThere(LocalStack stack) throws Exception {
    Set<String> told = new TreeSet<>();
    told.addAll(names(scrape(stack.managementUrl(StackComponent.SERVER))));
    told.addAll(names(scrape(stack.workerUrl())));
    told.addAll(OF_THE_BACKUP);
    Set<String> asked = new TreeSet<>();
    for (String file : new String[] {"rules/anb.yml", "rules/anb_test.yml", "grafana/anb.json"}) {
      asked.addAll(names(Files.readString(PROJECT.resolve("observability").resolve(file))));
    }
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(told).containsAll(asked);
  }

  @Test
  void theFiguresAreTrue(LocalStack stack, Contest contest, SampleClips clips) throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              String web = scrape(stack.managementUrl(StackComponent.SERVER));
              assertThat(value(web, "anb_database_up")).isEqualTo(1);
              assertThat(value(web, "anb_media_mounted")).isEqualTo(1);
              assertThat(value(web, "anb_jms_pending")).isZero();
              assertThat(value(web, "anb_measured_at_seconds"))
                  .isGreaterThan(Instant.now().getEpochSecond() - 30.0);
              assertThat(value(web, "anb_media_free_bytes"))
                  .isBetween(1.0, value(web, "anb_media_size_bytes"));
            });
    stack.stopWorker();
    try {
      Person player = contest.join("Cola", "Cali");
      String clip = contest.accepted(player, clips.light(), "Espera");
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () -> {
                String web = scrape(stack.managementUrl(StackComponent.SERVER));
                assertThat(value(web, "anb_jobs_waiting")).isPositive();
                assertThat(value(web, "anb_oldest_job_seconds")).isGreaterThan(5);
              });
      stack.startWorker();
      contest.processed(player, clip);
      assertThat(scrape(stack.workerUrl()))
          .containsPattern("anb_jobs_seconds_count\\{outcome=\"processed\"} [1-9]");
    } finally {
      if (stack.process(StackComponent.WORKER).isEmpty()) {
        stack.startWorker();
      }
    }
  }

  @Test
  void aCopyOfTheDatabaseIsSeenWhileItFollows(LocalStack stack) throws Exception {
    Duration soon = Duration.ofSeconds(30);
    await().atMost(soon).until(() -> standbys(stack), copies -> copies == 0);
    // The administrator: the servers' role may neither copy nor, before this, look.
    String superuser =
        Files.readString(stack.adminPasswordFile().resolveSibling("postgres.password"));
    new Database(stack.jdbcUrl(), "postgres", superuser).run("grant pg_read_all_stats to anb_web");
    Properties login = new Properties();
    PGProperty.USER.set(login, "postgres");
    PGProperty.PASSWORD.set(login, superuser);
    PGProperty.REPLICATION.set(login, "true");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(login, "14");
    PGProperty.PREFER_QUERY_MODE.set(login, "simple");
    String now = new Database(stack).value("select pg_current_wal_lsn()");
    try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), login);
        PGReplicationStream stream =
            connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(LogSequenceNumber.valueOf(now))
                .start()) {
      assertThat(stream.isClosed()).isFalse();
      await().atMost(soon).until(() -> standbys(stack), copies -> copies == 1);
      String web = scrape(stack.managementUrl(StackComponent.SERVER));
      assertThat(value(web, "anb_database_standbys_expected")).isZero();
      assertThat(value(web, "anb_database_standby_lag_seconds")).isNotNegative();
      assertThat(value(web, "anb_database_standby_lag_bytes")).isNotNegative();
    }
    await().atMost(soon).until(() -> standbys(stack), copies -> copies == 0);
  }

  private static double standbys(LocalStack stack) throws IOException, InterruptedException {
    return value(scrape(stack.managementUrl(StackComponent.SERVER)), "anb_database_standbys");
  }

  @Test
  void bothRolesTellWhetherTheyAreReady(LocalStack stack, Contest contest) throws Exception {
    URI management = stack.managementUrl(StackComponent.SERVER);
    assertThat(get(management.resolve("/health/ready")))
        .contains("\"status\":\"UP\"", "\"bridge\":\"true\"", "oldest_task_seconds");
    assertThat(get(management.resolve("/health/live"))).contains("\"status\":\"UP\"");
    assertThat(get(stack.workerUrl().resolve("/health/ready"))).contains("\"status\":\"UP\"");
  }

  private static double value(String text, String name) {
    return text.lines()
        .filter(line -> line.matches(name + "(\\{[^}]*})? .*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not told"));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String scrape(URI base) throws IOException, InterruptedException {
    return Stream.of(get(base.resolve("/metrics")).split("\n"))
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  private static String get(URI address) throws IOException, InterruptedException {
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address).header("Accept", "text/plain, */*").build(),
                BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
