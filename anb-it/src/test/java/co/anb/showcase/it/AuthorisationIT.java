package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server keeps to the table of docs/authorisation.md, for everyone and everywhere. */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuthorisationIT {

  private static final List<String> CALLERS =
      List.of("nobody", "player", "other", "juror", "admin");
  private static final Map<String, String> ROLES =
      Map.of("player", "PLAYER", "other", "PLAYER", "juror", "JUROR", "admin", "ADMIN");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Person> people = new LinkedHashMap<>();

  private LocalStack stack;
  private Backstage backstage;
  private String clip;
  private String assignment;
  private String upload;

  /**
   * A line of the table.
   *
   * @param expected by caller: ok, 401, 403, 404 or two of them with a slash
   */
  record Row(String method, String path, String sends, Map<String, String> expected) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void invite(LocalStack stack, Contest contest) throws IOException {
    this.stack = stack;
    this.backstage = new Backstage(stack, contest);
    ROLES.forEach((name, role) -> people.put(name, backstage.join(name, role)));
    this.clip = backstage.clip(people.get("player"), "De quién es", true);
    Answer assigned =
        contest.postJson(
            "/api/admin/jury/assignments",
            Map.of("juror_id", people.get("juror").id(), "video_id", clip),
            people.get("admin").token());
    assertThat(assigned.status()).as("%s", assigned).isEqualTo(201);
    this.assignment = assigned.object().getJsonObject("assignment").getString("assignment_id");
    String begun = new Tus(stack.baseUrl(), people.get("player").token()).begin(1);
    this.upload = begun.substring(begun.lastIndexOf('/') + 1);
  }

  static Stream<Row> rows() throws IOException {
    Path table =
        Path.of(System.getProperty("anb.project.directory")).resolve("docs/authorisation.md");
    List<Row> rows =
        Files.readAllLines(table).stream()
            .filter(line -> line.matches("\\| [A-Z]+ \\| /api.*"))
            .map(AuthorisationIT::row)
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    return rows.stream();
  }

  private static Row row(String line) {
    List<String> cells =
        Arrays.stream(line.split("\\|", -1))
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .toList();
    assertThat(cells).as(line).hasSize(3 + CALLERS.size());
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 0; i < CALLERS.size(); i++) {
      expected.put(CALLERS.get(i), cells.get(3 + i));
    }
    return new Row(cells.get(0), cells.get(1), cells.get(2), expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCallerGetsWhatTheTableSays(Row row) throws Exception {
    Map<String, String> got = new LinkedHashMap<>();
    for (String caller : CALLERS) {
      int status = status(row, person(row, caller));
      if (status >= 500) {
        fail("%s by %s answers %d; what the server logged is printed", row, caller, status);
      }
      String outcome = outcome(status);
      String expected = row.expected().get(caller);
      // Whether there is a result already depends on what other tests have done.
      got.put(caller, List.of(expected.split("/")).contains(outcome) ? expected : outcome);
    }
    assertThat(got).isEqualTo(row.expected());
  }

  private Person person(Row row, String caller) {
    if (caller.equals("nobody")) {
      return null;
    }
    return row.sends().contains("fresh")
        ? backstage.join(caller, ROLES.get(caller))
        : people.get(caller);
  }

  private int status(Row row, Person caller) throws Exception {
    String path =
        row.path()
            .replaceAll("\\{(video_id|task_id)}", clip)
            .replace("{assignment_id}", assignment)
            .replace("{upload_id}", upload)
            .replaceAll("\\{(conflict_id|juror_id|session_id)}", UUID.randomUUID().toString())
            .replace("{id}", people.get("player").id());
    assertThat(path).as("an id that this test has no sample of").doesNotContain("{");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stack.baseUrl().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(row.method(), body(row));
    contentType(row).ifPresent(type -> request.header("Content-Type", type));
    if (row.sends().equals("tus")) {
      request.header("Tus-Resumable", "1.0.0").header("Upload-Length", "1");
      request.header("Upload-Offset", "0");
    }
    if (caller != null) {
      request.header("Authorization", "Bearer " + caller.token());
    }
    // Streams of events have no end to wait for.
    HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private static BodyPublisher body(Row row) {
    if (row.sends().contains("json")) {
      String body = row.sends().substring(row.sends().indexOf("json") + "json".length()).strip();
      return BodyPublishers.ofString(body.isEmpty() ? "{}" : body);
    }
    return row.sends().contains("multipart")
        ? BodyPublishers.ofString("--anb--\r\n")
        : BodyPublishers.noBody();
  }

  private static Optional<String> contentType(Row row) {
    return Stream.of("json", "form", "multipart", "tus")
        .filter(row.sends()::contains)
        .findFirst()
        .map(
            word ->
                switch (word) {
                  case "json" -> "application/json";
                  case "tus" -> "application/offset+octet-stream";
                  case "form" -> "application/x-www-form-urlencoded";
                  default -> "multipart/form-data; boundary=anb";
                });
  }

  private static String outcome(int status) {
    return List.of(401, 403, 404).contains(status) ? Integer.toString(status) : "ok";
  }
}
