package co.anb.showcase.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Nginx site in front of the stack. Its first server is one that nobody runs, so every request
 * shows that the other one is taken instead.
 */
@ExtendWith(RunningStack.class)
class NginxIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path TOOL = PROJECT.resolve("payara-config/nginx");
  private static final int FEW = 40;

  @TempDir private static Path folder;

  private static Tls tls;
  private static NginxSite site;
  private static URI address;
  private static Contest contest;
  private static Contest direct;

  @BeforeAll
  static void start(LocalStack stack) throws Exception {
    // Nginx's processes are another user where the test is root.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    tls = Tls.make(folder.resolve("tls"), "DNS:localhost");
    int port = freePort();
    address = URI.create("https://localhost:" + port);
    site =
        NginxSite.start(
            TOOL,
            Files.createDirectories(folder.resolve("site")),
            settings(port, "127.0.0.1:" + freePort() + " " + stack.baseUrl().getAuthority()),
            List.of());
    contest = new Contest(address, tls.client(HttpClient.Version.HTTP_2));
    direct = new Contest(stack.baseUrl());
    awaitStatus(contest, 200);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static Map<String, String> settings(int port, String upstreams) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("ANB_NGINX_SERVER_NAME", "localhost");
    settings.put("ANB_NGINX_CERTIFICATE", tls.certificate().toString());
    settings.put("ANB_NGINX_CERTIFICATE_KEY", tls.key().toString());
    settings.put("ANB_NGINX_UPSTREAMS", upstreams);
    settings.put("ANB_NGINX_MEDIA_ROOT", folder.toString());
    settings.put("ANB_NGINX_HTTP_LISTEN", "127.0.0.1:" + freePort());
    settings.put("ANB_NGINX_HTTPS_LISTEN", "127.0.0.1:" + port);
    settings.put("ANB_NGINX_AUTH_RATE", "1");
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitStatus(Contest through, int status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> through.get("/api/health", null).status() == status);
  }

  @Test
  void everyAnswerHasTheSecurityHeadersOnce() {
    for (String path : List.of("/", "/api/health", "/api/jobs/nothing", "/media/nothing")) {
      var headers = contest.get(path, null).response().headers();
      for (String name :
          List.of(
              "Strict-Transport-Security",
              "X-Content-Type-Options",
              "X-Frame-Options",
              "Content-Security-Policy",
              "Referrer-Policy")) {
        assertThat(headers.allValues(name)).as("%s of %s", name, path).hasSize(1);
      }
      assertThat(headers.firstValue("Server")).hasValue("nginx");
    }
  }

  @Test
  void whatIsForTheInnerNetworkIsNotHere() {
    for (String path : List.of("/metrics", "/health", "/health/ready", "/-/media/.anb-media")) {
      Answer answer = contest.get(path, null);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.text()).as(path).doesNotContain("anb_", "UP");
    }
    assertThat(contest.get("/metrics", null).object().getString("code")).isEqualTo("not_found");
  }

  /** Before, /metrics;x answered 200 through Nginx, and /api/auth;x/login escaped its rate. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/health",
        "/health/ready",
        "/-/media/.anb-media",
        "/-/decision",
        "/api/auth/login",
        "/api/me/avatar",
        "/api/uploads/x",
        "/api/videos/upload",
      })
  void noSpellingOfAProtectedPathGetsAroundItsLocation(String path) throws Exception {
    String last = path.substring(path.lastIndexOf('/'));
    String parent = path.substring(0, path.lastIndexOf('/'));
    for (String spelling :
        List.of(
            path + ";x",
            path + "%3bx",
            path + "%3Bx",
            parent + ";x" + last,
            "/" + path,
            parent + "/" + last,
            "/." + path,
            parent + "/." + last,
            "/x/.." + path,
            parent + "%2f" + last.substring(1),
            "/%2e" + path,
            path.toUpperCase(Locale.ROOT),
            path + "%00")) {
      String answer = tls.raw(address, "GET " + spelling + " HTTP/1.1", "localhost");
      assertThat(answer).as(spelling).startsWith("HTTP/1.1 4").doesNotContain("anb_", "\"UP\"");
      assertThat(answer.substring(9, 12)).as(spelling).isIn("400", "404");
    }
  }

  /** Nginx passes on its own name, whatever a request with a whole address says in Host. */
  @Test
  void aRequestWithAWholeAddressCannotChooseTheHost() throws Exception {
    String answer = tls.raw(address, "GET https://localhost/ HTTP/1.1", "evil.example");

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
  }

  @Test
  void pagesComePackedAndJsonToo() {
    Answer page = contest.get("/", null, Map.of("Accept-Encoding", "gzip"));
    Answer cities = contest.get("/api/cities", null, Map.of("Accept-Encoding", "gzip"));
    String script =
        contest.get("/", null).text().replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
    Answer asset = contest.get(script, null, Map.of("Accept-Encoding", "br"));

    assertThat(cities.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(asset.status()).as(script).isEqualTo(200);
    assertThat(asset.header("Content-Encoding")).isEqualTo("br");
    assertThat(asset.header("Cache-Control")).contains("immutable");
    assertThat(page.status()).isEqualTo(200);
  }

  @Test
  void uploadsPassAndTheirAddressIsThatOfTheSite(SampleClips clips) throws IOException {
    Person player = person();

    Answer uploaded = contest.upload(player, clips.light(), "Por la puerta");

    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
    assertThat(uploaded.header("Location"))
        .isEqualTo(address + "/api/videos/" + uploaded.object().getString("video_id"));
  }

  /**
   * By curl as well, as Java's client over HTTP/2 waits for ever to be allowed to send the rest.
   */
  @Test
  void anUploadThatIsTooLargeGetsTheServersOwnRefusal(SampleClips clips) throws Exception {
    Path large = clips.of(SampleClips.LIGHT.withTargetBytes(130L * 1024 * 1024));
    Person player = person();

    Answer refused = older().upload(player, large, "Demasiado");
    String refusedToo =
        Shell.run(
            "curl",
            "--silent",
            "--http2",
            "--cacert",
            tls.authority().toString(),
            "--header",
            "Authorization: Bearer " + player.token(),
            "--form",
            "title=Demasiado",
            "--form",
            "video_file=@" + large + ";type=video/mp4",
            "--write-out",
            " %{http_code} over %{http_version}",
            address + "/api/videos/upload");

    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
    assertThat(refused.text()).contains("file_too_large");
    assertThat(refusedToo).contains("file_too_large").endsWith(" 400 over 2");
  }

  private static Contest older() throws Exception {
    return new Contest(address, tls.client(HttpClient.Version.HTTP_1_1));
  }

  @Test
  void otherBodiesThatAreTooLargeAreRefusedAsTheServerDoesIt() throws Exception {
    Answer refused = older().postText("/api/auth/logout", "x".repeat(70_000), null);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.object().getString("code")).isEqualTo("invalid_request");
  }

  @Test
  void eventsArriveAsTheyHappen(SampleClips clips) throws Exception {
    Person player = person();
    String video = contest.accepted(player, clips.standard(), "En vivo");
    HttpResponse<Stream<String>> stream =
        tls.client(HttpClient.Version.HTTP_1_1)
            .send(
                HttpRequest.newBuilder(address.resolve("/api/videos/" + video + "/events"))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + player.token())
                    .build(),
                BodyHandlers.ofLines());

    assertThat(stream.statusCode()).isEqualTo(200);
    try (Stream<String> lines = stream.body()) {
      // The stream ends by itself with the clip's final state; until then it must say more.
      List<String> data = lines.filter(line -> line.startsWith("data:")).toList();
      assertThat(data).hasSizeGreaterThan(2);
      assertThat(data.get(data.size() - 1)).contains("\"processed\"");
    }
  }

  @Test
  void whatAClientClaimsToBeDoesNotReachTheServer() {
    Answer signup =
        contest.send(
            "POST",
            "/api/auth/login",
            null,
            Map.of("Content-Type", "application/json", "X-Forwarded-For", "203.0.113.77"),
            "{\"email\":\"spoof@anb.example\",\"password\":\"Falsa-y-larga-1\"}".getBytes(UTF_8));
    assertThat(signup.status()).isIn(401, 429);
    // The failures of the claimed address are not used up; those of the real one are.
    IntStream.range(0, 5).forEach(n -> fail("127.0.0.1"));
    assertThat(fail("127.0.0.1").status()).isEqualTo(429);
    assertThat(fail("203.0.113.77").status()).isEqualTo(401);
  }

  private static Answer fail(String address) {
    return direct.send(
        "POST",
        "/api/auth/login",
        null,
        Map.of("Content-Type", "application/json", "X-Forwarded-For", address),
        "{\"email\":\"spoof@anb.example\",\"password\":\"Falsa-y-larga-1\"}".getBytes(UTF_8));
  }

  @Test
  void tooManyRequestsAreRefusedInTheProductsFormAndBothLanguages() throws IOException {
    Answer spanish = untilRefused("es-CO,es;q=0.9");
    Answer english = untilRefused("en-US,en;q=0.9");

    for (Answer refused : List.of(spanish, english)) {
      assertThat(refused.header("Content-Type"))
          .isEqualTo("application/problem+json;charset=UTF-8");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.response().headers().allValues("Strict-Transport-Security")).hasSize(1);
      JsonObject problem = refused.object();
      assertThat(problem.getString("code")).isEqualTo("too_many_requests");
      assertThat(problem.getString("type")).isEqualTo("urn:anb:problem:too_many_requests");
      assertThat(problem.getInt("status")).isEqualTo(429);
      assertThat(problem.getString("instance")).isEqualTo("/api/auth/nothing");
    }
    assertThat(spanish.object().getString("message"))
        .isEqualTo(words("messages").getProperty("problem.too_many_requests"));
    assertThat(english.object().getString("message"))
        .isEqualTo(words("messages_en").getProperty("problem.too_many_requests"));
  }

  private static Answer untilRefused(String language) {
    return Stream.generate(
            () ->
                contest.get(
                    "/api/auth/nothing?a=%22b%22", null, Map.of("Accept-Language", language)))
        .limit(FEW * 10)
        .filter(answer -> answer.status() == 429)
        .findFirst()
        .orElseThrow();
  }

  private static Properties words(String bundle) throws IOException {
    Properties words = new Properties();
    words.load(
        new StringReader(
            Files.readString(
                PROJECT.resolve(
                    "anb-web/src/main/resources/co/anb/showcase/api/problem/"
                        + bundle
                        + ".properties"))));
    return words;
  }

  @Test
  void whileNoServerAnswersProgramsAndPeopleAreToldSo() throws Exception {
    int port = freePort();
    URI lonely = URI.create("https://localhost:" + port);
    try (NginxSite alone =
        NginxSite.start(
            TOOL,
            Files.createDirectories(folder.resolve("alone")),
            settings(port, "127.0.0.1:" + freePort() + " 127.0.0.1:" + freePort()),
            List.of())) {
      Contest through = new Contest(lonely, tls.client(HttpClient.Version.HTTP_2));
      awaitStatus(through, 503);

      Answer problem = through.get("/api/cities", null, Map.of("Accept-Language", "en"));
      Answer page = through.get("/ranking", null);

      assertThat(alone.process().isAlive()).isTrue();
      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.header("Retry-After")).isEqualTo("5");
      assertThat(problem.object().getString("message"))
          .isEqualTo(words("messages_en").getProperty("problem.service_unavailable"));
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).contains("Volvemos enseguida", "We will be right back");
    }
  }

  @Test
  void aPublicFileIsAskedForOnceASecondAndSentByNginx() throws Exception {
    try (FileDecisions server = new FileDecisions();
        NginxSite alone = media(server, "kept")) {
      Contest through = new Contest(alone.address(), tls.client(HttpClient.Version.HTTP_2));
      awaitFile(through);
      int before = server.asked();

      List<Answer> answers =
          Stream.generate(() -> through.get(FileDecisions.ADDRESS, null)).limit(FEW).toList();

      assertThat(answers).allMatch(answer -> answer.text().equals(FileDecisions.CONTENT));
      assertThat(server.asked() - before).isLessThan(FEW / 2);
      Answer whole = answers.get(FEW - 1);
      assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
      assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
      assertThat(whole.header("Last-Modified")).isNotNull();
      assertThat(whole.response().headers().allValues("Strict-Transport-Security")).hasSize(1);
      FileDecisions.HEADERS.forEach(
          (name, value) ->
              assertThat(whole.response().headers().allValues(name))
                  .as(name)
                  .containsExactly(value));
      Answer head = through.head(FileDecisions.ADDRESS, null);
      assertThat(head.header("Content-Length")).isEqualTo("" + FileDecisions.CONTENT.length());
      Answer part = through.get(FileDecisions.ADDRESS, null, Map.of("Range", "bytes=2-4"));
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.text()).isEqualTo(FileDecisions.CONTENT.substring(2, 5));
      assertThat(part.header("Cache-Control"))
          .isEqualTo(FileDecisions.HEADERS.get("Cache-Control"));
      Map<String, String> known = Map.of("If-None-Match", whole.header("ETag"));
      assertThat(through.get(FileDecisions.ADDRESS, null, known).status()).isEqualTo(304);
      Answer beyond = through.get(FileDecisions.ADDRESS, null, Map.of("Range", "bytes=999-"));
      assertThat(beyond.status()).isEqualTo(416);
      assertThat(beyond.header("Content-Type")).startsWith("application/problem+json");
      assertThat(beyond.object().getString("code")).isEqualTo("range_not_satisfiable");
      assertThat(beyond.response().headers().allValues("Content-Range"))
          .containsExactly("bytes */" + FileDecisions.CONTENT.length());
      assertThat(through.get("/-/decision", null).status()).isEqualTo(404);
      assertThat(server.tellTales()).as("what tells who asks").isEmpty();
    }
  }

  @Test
  void aFileThatIsTakenDownIsGoneWithinTwoSecondsAndARefusalIsNotKept() throws Exception {
    try (FileDecisions server = new FileDecisions();
        NginxSite alone = media(server, "gone")) {
      Contest through = new Contest(alone.address(), tls.client(HttpClient.Version.HTTP_2));
      awaitFile(through);

      server.refuse(true);
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMillis(2_100))
          .until(() -> through.get(FileDecisions.ADDRESS, null).status() == 404);
      Answer refused = through.get(FileDecisions.ADDRESS, null);
      assertThat(refused.text()).isEqualTo(FileDecisions.REFUSAL);
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");

      server.refuse(false);
      assertThat(through.get(FileDecisions.ADDRESS, null).text()).isEqualTo(FileDecisions.CONTENT);
    }
  }

  private static NginxSite media(FileDecisions server, String name) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    FileDecisions.put(root.resolve("media"));
    Map<String, String> settings =
        settings(freePort(), "127.0.0.1:" + freePort() + " " + server.authority());
    settings.put("ANB_NGINX_MEDIA_ROOT", root.resolve("media").toString());
    return NginxSite.start(TOOL, root, settings, List.of());
  }

  private static void awaitFile(Contest through) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> through.get(FileDecisions.ADDRESS, null).status() == 200);
  }

  @Test
  void itsWordsAreThoseOfTheBundles() throws IOException {
    String conf = Files.readString(TOOL.resolve("anb.conf"));
    for (String bundle : List.of("messages", "messages_en")) {
      for (String code :
          List.of(
              "too_many_requests",
              "service_unavailable",
              "invalid_request",
              "not_found",
              "range_not_satisfiable")) {
        assertThat(conf).contains("\"" + words(bundle).getProperty("problem." + code) + "\"");
      }
    }
  }

  /** Signed up at the server itself: sign-ups through the site are few here. */
  private static Person person() {
    return direct.join("Puerta", "Mitú");
  }
}
