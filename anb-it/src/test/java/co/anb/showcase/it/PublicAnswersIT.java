package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are the same for everybody are kept for a moment, and nobody sees another's. */
@ExtendWith(RunningStack.class)
class PublicAnswersIT {

  private static final String RANKINGS = "/api/public/rankings?limit=100";
  private static final Path TOOL =
      Path.of(System.getProperty("anb.project.directory"), "payara-config/nginx");

  @TempDir private static Path folder;

  private static Tls tls;
  private static NginxSite site;
  private static Contest through;
  private static Contest direct;

  @BeforeAll
  static void start(LocalStack stack) throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    tls = Tls.make(folder.resolve("tls"), "DNS:localhost");
    site = site("site", stack.baseUrl().getAuthority());
    through = client(site);
    direct = new Contest(stack.baseUrl());
    awaitAnswer(through);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static NginxSite site(String name, String server) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("ANB_NGINX_SERVER_NAME", "localhost");
    settings.put("ANB_NGINX_CERTIFICATE", tls.certificate().toString());
    settings.put("ANB_NGINX_CERTIFICATE_KEY", tls.key().toString());
    settings.put("ANB_NGINX_UPSTREAMS", server);
    settings.put("ANB_NGINX_MEDIA_ROOT", folder.toString());
    settings.put("ANB_NGINX_HTTP_LISTEN", "127.0.0.1:" + freePort());
    settings.put("ANB_NGINX_HTTPS_LISTEN", "127.0.0.1:" + freePort());
    settings.put("ANB_NGINX_RATE", "10000");
    return NginxSite.start(
        TOOL, Files.createDirectories(folder.resolve(name)), settings, List.of());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Contest client(NginxSite at) throws Exception {
    return new Contest(at.address(), tls.client(HttpClient.Version.HTTP_1_1));
  }

  private static void awaitAnswer(Contest contest) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> contest.get(RANKINGS, null).status() == 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {RANKINGS, "/api/public/videos", "/api/public/leaderboard", "/api/cities"})
  void allHaveATagAndAConditionSavesTheContent(String path) {
    for (Contest contest : List.of(direct, through)) {
      Answer whole = contest.get(path, null);
      assertThat(whole.status()).isEqualTo(200);
      assertThat(whole.header("Cache-Control")).isEqualTo("public, max-age=0, s-maxage=1");
      assertThat(whole.header("X-Accel-Expires")).isNull();
      Map<String, String> known = Map.of("If-None-Match", whole.header("ETag"));
      Answer same = contest.get(path, null, known);
      assertThat(same.status()).isEqualTo(304);
      assertThat(same.bytes()).isEmpty();
      Answer head = contest.head(path, null);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
      assertThat(head.bytes()).isEmpty();
      Answer other = contest.get(path, null, Map.of("If-None-Match", "W/\"other\""));
      assertThat(other.status()).isEqualTo(200);
    }
  }

  @Test
  void packedAnswersAreTheSame() throws IOException {
    Answer plain = through.get("/api/cities", null);
    Answer packed = through.get("/api/cities", null, Map.of("Accept-Encoding", "gzip, br"));

    assertThat(plain.header("Content-Encoding")).isNull();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.response().headers().allValues("Vary"))
        .anyMatch(vary -> vary.contains("Accept-Encoding"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.bytes());
    }
  }

  @Test
  void whoShowsATokenGetsTheirOwnAndNobodyElseGetsIt(SampleClips clips) throws Exception {
    Person player = direct.join("Guardada", "Puerto Carreño");
    String clip = direct.accepted(player, clips.light(), "Guardada un instante");
    direct.processed(player, clip);
    Person fan = direct.join("Hincha", "Puerto Carreño");
    String address = "/api/public/videos/" + clip;
    await().atMost(Duration.ofSeconds(3)).until(() -> through.get(address, null).status() == 200);

    assertThat(direct.vote(clip, fan).status()).isEqualTo(200);

    Answer own = through.get(address, fan.token());
    assertThat(own.object().getBoolean("user_vote")).isTrue();
    assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    for (int i = 0; i < 20; i++) {
      assertThat(through.get(address, null).object().getBoolean("user_vote", false)).isFalse();
    }
    // The server needs a moment, and the answer is kept for less than a second.
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMillis(2_000))
        .until(() -> through.get(address, null).object().getInt("votes") == 1);
    assertThat(through.get("/api/public/my-votes", null).status()).isEqualTo(401);
    assertThat(through.get("/api/public/my-votes", fan.token()).status()).isEqualTo(200);
  }

  @Test
  void aBurstCostsTheServerOneAnswerASecond() throws Exception {
    try (var server = new CountingServer();
        NginxSite alone = site("burst", server.authority())) {
      Contest readers = client(alone);
      awaitAnswer(readers);
      int before = server.asked.get();
      long start = System.nanoTime();

      IntStream.range(0, 500)
          .parallel()
          .forEach(
              i ->
                  assertThat(readers.get(RANKINGS, null).text())
                      .startsWith(CountingServer.CONTENT));

      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() + 2;
      assertThat(server.asked.get() - before).isBetween(1, Math.toIntExact(seconds));
    }
  }

  /** Answers as a web server does, and counts how often. */
  private static final class CountingServer implements AutoCloseable {

    static final String CONTENT = "[]";

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    CountingServer() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        byte[] body = (CONTENT + asked.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        exchange
            .getResponseHeaders()
            .add("X-Accel-Expires", "@" + exchange.getRequestHeaders().getFirst("X-Answer-Second"));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }

    String authority() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
