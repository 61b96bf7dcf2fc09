package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.it.Contest.Person;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The product on hosts of its own: the packages, installed on network namespaces with addresses and
 * cables, behind Nginx and TLS. Cables are pulled and hosts are killed; what was accepted must be
 * processed, and the site must go on. Needs root.
 *
 * <p>Not real: the NFS share is a folder that the hosts share, as a namespace has no NFS client; so
 * the loss of the file server is not in here. The test stands in for systemd and starts again what
 * it has killed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(RootOnly.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestOrder.BOTH)
class NetworkIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path LOCAL = PROJECT.resolve("anb-local/target/anb-local.jar");
  private static final String UPSTREAMS = "ANB_NGINX_UPSTREAMS";
  private static final String PASSWORD = "a-password-of-the-database";
  private static final int WEB = 7401;
  private static final int WORKER = 7402;
  private static final int WWW = 33;

  /** How Java ends when it is asked to. */
  private static final int SIGTERM = 143;

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration BOOT = Duration.ofMinutes(4);

  /** Until a worker's silence is noticed, 15 s, and the group has shared its work out anew. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(35);

  private static TestNetwork network;
  private static Path folder;
  private static Path media;
  private static TestHost web1;
  private static TestHost web2;
  private static TestHost worker1;
  private static TestHost worker2;
  private static TestHost db;
  private static TestHost kafka;
  private static TestHost lb;
  private static Tls tls;
  private static NginxSite site;
  private static Contest contest;
  private static URI address;
  private static SampleClips clips;
  private static Person player;

  /** What the hosts have logged explains a failure. */
  @RegisterExtension
  static final AfterEachCallback LOGS =
      context -> {
        if (context.getExecutionException().isPresent()) {
          System.out.println(TestHost.tails(network.hosts()));
        }
      };

  /** Everything that the site has ever accepted. */
  private static final List<String> ACCEPTED = new ArrayList<>();

  @BeforeAll
  static void build() throws Exception {
    folder = Files.createTempDirectory("anb-hosts-");
    network = new TestNetwork(folder);
    media = folder.resolve("file");
    Shell.run(PROJECT.resolve("nfs/prepare").toString(), media.toString());
    web1 = network.host("web1");
    web2 = network.host("web2");
    worker1 = network.host("worker1");
    worker2 = network.host("worker2");
    db = network.host("db");
    kafka = network.host("kafka");
    lb = network.host("lb");
    address = URI.create("https://" + lb.address());
    clips = new SampleClips();

    startDatabase();
    startKafka();
    makeKeys();
    for (TestHost host : List.of(web1, web2)) {
      install(host, "web", webSettings(host));
    }
    for (TestHost host : List.of(worker1, worker2)) {
      install(host, "worker", workerSettings(host));
    }
    await().atMost(SOON).until(() -> Files.readString(db.log("postgres")).contains("ready"));
    makeTopics();
    Map<String, String> owner = new HashMap<>(environment(web1, "web"));
    owner.put("ANB_DB_USER", "anb");
    in(web1, WEB, owner, command(web1, "web", "migrate"));
    startWeb(web1);
    startWeb(web2);
    startWorker(worker1);
    startWorker(worker2);
    tls = Tls.make(folder.resolve("tls"), "IP:" + lb.address());
    startSite();
    awaitWeb(web1);
    awaitWeb(web2);
    contest = new Contest(address, tls.client(HttpClient.Version.HTTP_1_1));
    player = contest.join("Red", "Quibdó");
  }

  @AfterAll
  static void tearDown() throws Exception {
    if (site != null) {
      site.close();
    }
    if (network != null) {
      network.close();
      Shell.run("rm", "-rf", folder.toString());
    }
  }

  // Building

  private static void startDatabase() {
    List<String> command = new ArrayList<>(db.prefix());
    command.addAll(
        List.of(
            java(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            DatabaseHost.class.getName(),
            db.root().resolve("data").toString(),
            network.here().replaceAll("\\.1$", ".0/24"),
            PASSWORD));
    db.start("postgres", Map.of(), command);
  }

  private static void startKafka() throws IOException {
    Path settings = kafka.root().resolve("kafka.properties");
    boolean fresh = !Files.exists(settings);
    List<String> java = new ArrayList<>(kafka.prefix());
    java.addAll(
        List.of(
            java(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=kafka-logback.xml",
            "-cp",
            LOCAL.toString()));
    if (fresh) {
      Files.writeString(
          settings,
          """
          process.roles=broker,controller
          node.id=1
          controller.quorum.voters=1@%1$s:9093
          listeners=PLAINTEXT://%1$s:9092,CONTROLLER://%1$s:9093
          advertised.listeners=PLAINTEXT://%1$s:9092
          controller.listener.names=CONTROLLER
          log.dirs=%2$s
          auto.create.topics.enable=false
          offsets.topic.replication.factor=1
          offsets.topic.num.partitions=4
          group.initial.rebalance.delay.ms=0
          log.cleaner.dedupe.buffer.size=16777216
          """
              .formatted(kafka.address(), kafka.root().resolve("data")));
      List<String> format = new ArrayList<>(java);
      format.addAll(
          List.of(
              "kafka.tools.StorageTool",
              "format",
              "-t",
              Uuid.randomUuid().toString(),
              "-c",
              settings.toString()));
      Shell.run(format.toArray(String[]::new));
    }
    java.addAll(List.of("kafka.Kafka", settings.toString()));
    kafka.start("kafka", Map.of(), java);
  }

  private static void makeTopics() {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> {
              try (Admin admin =
                  Admin.create(
                      Map.of(
                          "bootstrap.servers", kafka.address() + ":9092",
                          "default.api.timeout.ms", 5000,
                          "request.timeout.ms", 5000))) {
                admin
                    .createTopics(
                        List.of(
                            new NewTopic("video_tasks", 12, (short) 1),
                            new NewTopic("video_events", 1, (short) 1),
                            new NewTopic("video_tasks.dlq", 1, (short) 1)))
                    .all()
                    .get();
                return true;
              }
            });
  }

  private static void makeKeys() {
    Path key = folder.resolve("jwt-private.pem");
    Shell.run(
        ("openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out " + key).split(" "));
    Shell.run("openssl", "pkey", "-in", key.toString(), "-pubout", "-out", publicKey().toString());
    Shell.run("chown", "0:" + WEB, key.toString(), publicKey().toString());
    Shell.run("chmod", "0640", key.toString(), publicKey().toString());
  }

  private static Path publicKey() {
    return folder.resolve("jwt-public.pem");
  }

  private static void install(TestHost host, String role, Map<String, String> settings)
      throws IOException {
    Path unpacked = folder.resolve(role + "-package");
    if (!Files.exists(unpacked)) {
      Files.createDirectory(unpacked);
      Shell.run(
          "tar",
          "-xzf",
          PROJECT.resolve("anb-dist/target/anb-" + role + "-role.tar.gz").toString(),
          "-C",
          unpacked.toString(),
          "--strip-components=1");
    }
    Shell.run(unpacked.resolve("install").toString(), "--root", host.root().toString());
    Files.write(
        host.root().resolve("etc/anb/" + role + ".env"),
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toList());
  }

  private static Map<String, String> commonSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "ANB_DB_URL",
        "jdbc:postgresql://" + db.address() + "/anb?connectTimeout=5&socketTimeout=20");
    settings.put("ANB_DB_PASSWORD", PASSWORD);
    settings.put("ANB_KAFKA_BOOTSTRAP_SERVERS", kafka.address() + ":9092");
    settings.put("ANB_MEDIA_ROOT", media.toString());
    return settings;
  }

  private static Map<String, String> webSettings(TestHost host) {
    Map<String, String> settings = commonSettings();
    settings.put("ANB_DB_USER", "anb_web");
    settings.put("ANB_HTTP_HOST", host.address());
    settings.put("ANB_HTTP_TRUSTED_PROXIES", lb.address());
    settings.put("ANB_MEDIA_ACCEL_PREFIX", "/-/media/");
    settings.put("ANB_PUBLIC_URL", address.toString());
    settings.put("ANB_JMS_DATA_DIRECTORY", host.root().resolve("var/lib/anb-web/jms").toString());
    settings.put("ANB_SERVER_DIRECTORY", host.root().resolve("var/lib/anb-web/server").toString());
    settings.put("ANB_JWT_PRIVATE_KEY_FILE", folder.resolve("jwt-private.pem").toString());
    settings.put("ANB_JWT_PUBLIC_KEY_FILE", publicKey().toString());
    settings.put("ANB_AUDIT_KEY", "0123456789abcdef");
    settings.put("ANB_WEB_HEAP", "384m");
    // All hosts share a few processors: what matters is how soon a server is up again.
    settings.put("ANB_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    // What takes minutes in production happens while the test waits.
    settings.put("ANB_SWEEPER_GRACE_SECONDS", "5");
    settings.put("ANB_SWEEPER_RESEND_SECONDS", "10");
    return settings;
  }

  private static Map<String, String> workerSettings(TestHost host) {
    Map<String, String> settings = commonSettings();
    settings.put("ANB_DB_USER", "anb_worker");
    settings.put("ANB_WORKER_NAME", host.name());
    settings.put(
        "ANB_WORKER_WORK_DIRECTORY", host.root().resolve("var/lib/anb-worker/work").toString());
    settings.put("ANB_WORKER_HTTP_HOST", host.address());
    settings.put("ANB_WORKER_LEASE_SECONDS", "10");
    settings.put("ANB_WORKER_RETRY_SECONDS", "1");
    return settings;
  }

  private static void startWeb(TestHost host) {
    List<String> command = new ArrayList<>(host.prefix(WEB));
    command.addAll(command(host, "web", "anb-web"));
    host.start("anb-web", environment(host, "web"), command);
  }

  private static void startWorker(TestHost host) {
    List<String> command = new ArrayList<>(host.prefix(WORKER));
    command.addAll(command(host, "worker", "anb-worker"));
    host.start("anb-worker", environment(host, "worker"), command);
  }

  private static Map<String, String> environment(TestHost host, String role) {
    return Map.of("ANB_ENV_FILE", host.root().resolve("etc/anb/" + role + ".env").toString());
  }

  private static List<String> command(TestHost host, String role, String name) {
    return List.of(host.root().resolve("opt/anb/" + role + "/current/bin/" + name).toString());
  }

  /** As the unit's ExecStartPost. */
  private static void awaitWeb(TestHost host) {
    List<String> command = new ArrayList<>(List.of("timeout", Long.toString(BOOT.toSeconds())));
    command.addAll(command(host, "web", "await-ready"));
    in(host, WEB, environment(host, "web"), command);
  }

  private static void startSite() throws IOException {
    // Its processes are Nginx's usual user from the start, which may then have any port.
    Shell.run(
        "ip",
        "netns",
        "exec",
        network.namespace("lb"),
        "bash",
        "-c",
        "echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start");
    Map<String, String> settings = new HashMap<>();
    settings.put("ANB_NGINX_SERVER_NAME", lb.address());
    settings.put("ANB_NGINX_CERTIFICATE", tls.certificate().toString());
    settings.put("ANB_NGINX_CERTIFICATE_KEY", tls.key().toString());
    settings.put(UPSTREAMS, upstreams(web1, web2));
    settings.put("ANB_NGINX_MEDIA_ROOT", media.toString());
    // Everybody here comes from one address.
    settings.put("ANB_NGINX_RATE", "5000");
    settings.put("ANB_NGINX_HTTP_LISTEN", lb.address() + ":80");
    settings.put("ANB_NGINX_HTTPS_LISTEN", lb.address() + ":443");
    Path files = Files.createDirectories(lb.root().resolve("site"));
    Shell.run("chown", "-R", WWW + ":" + WWW, files.toString(), tls.key().getParent().toString());
    site =
        NginxSite.start(
            web1.root().resolve("opt/anb/web/current/nginx"), files, settings, lb.prefix(WWW));
  }

  private static String upstreams(TestHost... hosts) {
    return Stream.of(hosts).map(host -> host.address() + ":8080").collect(Collectors.joining(" "));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs a command on a host to its end; it must succeed. */
  private static String in(
      TestHost host, int user, Map<String, String> environment, List<String> command) {
    List<String> all = new ArrayList<>(host.prefix(user));
    all.addAll(command);
    Map<String, String> full = new HashMap<>(environment);
    full.put("JAVA_HOME", System.getProperty("java.home"));
    Shell.Result result = Shell.run(full, all);
    assertThat(result.status()).as("%s: %s", command, result.output()).isZero();
    return result.output();
  }

  // The tests

  @Test
  @Order(1)
  void aClipGoesThroughAllHosts() throws Exception {
    String video = accepted("Por todas las máquinas");
    JsonObject done = contest.processed(player, video);
    assertThat(contest.vote(video, player).status()).isEqualTo(200);

    await()
        .atMost(SOON)
        .until(() -> contest.get("/api/public/rankings", null).text().contains("Red"));
    String file = URI.create(done.getString("processed_url")).getPath();
    assertThat(done.getString("processed_url")).startsWith(address + "/media/");
    Path stored = media.resolve(file.substring("/media/".length()));
    Answer whole = contest.get(file, null);
    assertThat(whole.bytes()).isEqualTo(Files.readAllBytes(stored));
    assertThat(whole.header("Content-Type")).isEqualTo("video/mp4");
    assertThat(whole.response().headers().allValues("X-Content-Type-Options"))
        .containsExactly("nosniff");
    Answer part = contest.get(file, null, Map.of("Range", "bytes=100-199"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).hasSize(100);
    assertThat(contest.get(file, null, Map.of("If-None-Match", whole.header("ETag"))).status())
        .isEqualTo(304);
    Answer beyond = contest.get(file, null, Map.of("Range", "bytes=999999999-"));
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.text()).contains("range_not_satisfiable");
    // It is Nginx that sent it: the server itself has no bytes to give.
    Answer bare = server(web1).get(file, null);
    assertThat(bare.bytes()).isEmpty();
    assertThat(bare.header("X-Accel-Redirect")).isEqualTo("/-/media/" + media.relativize(stored));
  }

  @Test
  @Order(2)
  void privateFilesStayPrivateBehindNginx() {
    String video = ACCEPTED.get(0);
    String original = "/api/videos/" + video + "/original";
    assertThat(contest.get(original, null).status()).isEqualTo(401);
    Person other = contest.join("Otra", "Quibdó");
    assertThat(contest.get(original, other.token()).status()).isEqualTo(403);
    Answer own = contest.get(original, player.token());
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(own.header("Content-Disposition")).contains(video);
    assertThat(own.bytes()).hasSizeGreaterThan(100_000);
    String aa = video.substring(video.length() - 2);
    for (String guess : List.of("/-/media/", "/media/")) {
      assertThat(contest.get(guess + "uploaded/" + aa + "/" + video + ".mp4", null).status())
          .as(guess)
          .isEqualTo(404);
      assertThat(contest.get(guess + ".anb-media", null).status()).as(guess).isEqualTo(404);
    }
  }

  @Test
  @Order(3)
  void aClipThatIsTakenDownIsGoneWithinTwoSeconds() throws Exception {
    String video = ACCEPTED.get(0);
    Person admin = contest.join("Arbitra", "Quibdó");
    makeAdministrator(admin);
    String token = contest.login(admin.email());
    String aa = video.substring(video.length() - 2);
    String file = "/media/processed/" + aa + "/" + video + ".mp4";
    String decision = "/api/admin/videos/" + video + "/";
    assertThat(contest.get(file, null).status()).isEqualTo(200);

    Answer taken = contest.postText(decision + "take-down", "{\"reason\":\"Publicidad\"}", token);
    assertThat(taken.status()).as("%s", taken).isEqualTo(200);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMillis(2_500))
        .until(() -> contest.head(file, null).status() == 404);
    assertThat(contest.get(file, null).object().getString("code")).isEqualTo("video_not_found");

    assertThat(contest.postText(decision + "restore", "", token).status()).isEqualTo(200);
    assertThat(contest.get(file, null).status()).isEqualTo(200);
  }

  private static void makeAdministrator(Person person) {
    database().update("update account set role = 'ADMIN' where id = ?", person.id());
  }

  private static Database database() {
    return new Database("jdbc:postgresql://" + db.address() + "/anb", "anb", PASSWORD);
  }

  @Test
  @Order(4)
  void theChildThatDecodesHasNoNetworkAndNoLookAtTheWorker() throws Exception {
    Process worker = worker1.service("anb-worker");
    ProcessHandle child =
        worker
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow();
    String pid = Long.toString(child.pid());

    assertThat(namespace(child.pid(), "net")).isNotEqualTo(namespace(worker.pid(), "net"));
    assertThat(namespace(child.pid(), "user")).isNotEqualTo(namespace(worker.pid(), "user"));
    String links = Shell.run("nsenter", "--target", pid, "--net", "ip", "-brief", "link");
    assertThat(links).contains("lo").doesNotContain(" UP ");
    // Whoever has the worker's user sees its passwords, but not from inside such namespaces.
    List<String> look = List.of("cat", "/proc/" + worker.pid() + "/environ");
    assertThat(in(worker1, WORKER, Map.of(), look)).contains("ANB_DB_PASSWORD");
    List<String> locked = new ArrayList<>(worker1.prefix(WORKER));
    locked.addAll(List.of("unshare", "--user", "--map-current-user", "--net", "--"));
    locked.addAll(look);
    assertThat(Shell.run(Map.of(), locked).output()).contains("Permission denied");
  }

  private static String namespace(long pid, String kind) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns", kind)).toString();
  }

  @Test
  @Order(5)
  void bothRolesSeeTheSameShare() throws Exception {
    Map<String, String> little = Map.of("ANB_LEAST_FREE_GIB", "1");
    String share = media.toString();
    in(web1, WEB, little, with(command(web1, "web", "media-check"), share));
    CompletableFuture<String> answering =
        CompletableFuture.supplyAsync(
            () ->
                in(
                    worker1,
                    WORKER,
                    little,
                    with(command(worker1, "worker", "media-check"), share, "answer", "60")));
    String asked = in(web2, WEB, little, with(command(web2, "web", "media-check"), share, "ask"));
    assertThat(asked).contains("same share", "visibility delay", "all whole");
    assertThat(answering.get(60, TimeUnit.SECONDS)).contains("content");
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }

  @Test
  @Order(6)
  void theSiteServesWhileTheCableOfAWebServerIsPulled() throws Exception {
    try (Visitors visitors = visitors()) {
      awaitVisits(visitors, 40);
      web1.cut();
      awaitVisits(visitors, 200);
      accepted("Con un solo servidor");
      web1.join();
      await().atMost(SOON).ignoreExceptions().until(() -> health(web1));
      awaitVisits(visitors, 100);
      await().atMost(SOON).until(() -> visitors.waiting() < 5);
      report("cable of web1 pulled", visitors);
      assertThat(visitors.disappointed()).isEmpty();
    }
  }

  @Test
  @Order(7)
  void theSiteServesWhileAWebServerIsKilled() throws Exception {
    try (Visitors visitors = visitors()) {
      awaitVisits(visitors, 40);
      web2.kill("anb-web");
      awaitVisits(visitors, 200);
      accepted("Con el otro servidor");
      // While it boots it must not be taken for one that serves.
      startWeb(web2);
      awaitWeb(web2);
      awaitVisits(visitors, 100);
      await().atMost(SOON).until(() -> visitors.waiting() < 5);
      report("web2 killed", visitors);
      assertThat(visitors.disappointed()).isEmpty();
    }
  }

  /** As docs/operations.md describes an upgrade. */
  @Test
  @Order(8)
  void bothWebServersAreRestartedInTurnAndNobodyNoticesIt() throws Exception {
    String clip = accepted("Bajo carga");
    contest.processed(player, clip);
    List<Person> people =
        IntStream.range(0, 10).mapToObj(i -> contest.join("Votante" + i, "Quibdó")).toList();
    URI vote = address.resolve("/api/public/videos/" + clip + "/vote");
    Visitors visitors = visitors();
    Voters voters = new Voters(tls.authority(), vote, people);
    try (visitors;
        voters) {
      awaitVisits(visitors, 100);
      restart(web1, web2);
      restart(web2, web1);
      awaitVisits(visitors, 100);
      await().atMost(SOON).until(() -> visitors.waiting() < 5);
    }
    report("web1 and web2 restarted in turn", visitors);
    System.out.printf(
        "meanwhile %d votes were cast or taken back, %d in vain%n",
        voters.written(), voters.disappointed().size());
    assertThat(visitors.disappointed()).isEmpty();
    assertThat(voters.disappointed()).isEmpty();
    assertThat(voters.written()).isGreaterThan(100);
    await()
        .atMost(Duration.ofSeconds(2))
        .until(
            () -> contest.get("/api/public/videos/" + clip, null).object().getInt("votes"),
            votes -> votes == voters.standing());
    awaitProcessed();
  }

  private static void restart(TestHost host, TestHost other) throws IOException {
    site.change(Map.of(UPSTREAMS, upstreams(other)));
    assertThat(host.stop("anb-web")).isEqualTo(SIGTERM);
    // Not tried again: this one, too, must succeed at once.
    ACCEPTED.add(contest.accepted(player, clip(), "Mientras " + host.name() + " no está"));
    startWeb(host);
    awaitWeb(host);
    site.change(Map.of(UPSTREAMS, upstreams(host, other)));
  }

  @Test
  @Order(9)
  void aWebServerThatIsAskedToEndIsNotAskedAnythingElse() throws Exception {
    try (Visitors visitors = visitors()) {
      awaitVisits(visitors, 40);
      assertThat(web1.stop("anb-web")).isEqualTo(SIGTERM);
      awaitVisits(visitors, 100);
      startWeb(web1);
      awaitWeb(web1);
      awaitVisits(visitors, 100);
      await().atMost(SOON).until(() -> visitors.waiting() < 5);
      report("web1 asked to end without further ado", visitors);
      assertThat(visitors.disappointed()).isEmpty();
    }
  }

  @Test
  @Order(10)
  void whatAWebServerAcceptedWhileKafkaWasUnreachableSurvivesItsDeath() throws Exception {
    kafka.cut();
    ACCEPTED.add(server(web1).accepted(player, clip(), "Guardado en web1"));
    ACCEPTED.add(server(web2).accepted(player, clip(), "Guardado en web2"));
    web1.kill("anb-web");
    assertThat(contest.get("/api/public/videos", null).status()).isEqualTo(200);
    kafka.join();
    startWeb(web1);
    awaitProcessed();
  }

  @Test
  @Order(11)
  void aJobOfAWorkerThatDiesOrIsCutOffIsDoneByTheOther() throws Exception {
    String first = accepted("Hasta que muere");
    TestHost dying = busyWorker(first);
    dying.kill("anb-worker");
    awaitOther(first, dying, "killed");
    contest.processed(player, first);
    startWorker(dying);
    // Only a worker that is there can take the next job over in time.
    awaitWorkers();

    String second = accepted("Hasta que se corta");
    TestHost lonely = busyWorker(second);
    lonely.cut();
    awaitOther(second, lonely, "cut off");
    contest.processed(player, second);
    lonely.join();
    awaitWorkers();
  }

  private static void awaitOther(String video, TestHost gone, String how) {
    long start = System.nanoTime();
    await()
        .atMost(TAKEN_OVER)
        .until(() -> owner(video).filter(worker -> worker != gone).isPresent());
    System.out.printf(
        "%s %s: another worker has its job after %.0f s%n",
        gone.name(), how, (System.nanoTime() - start) / 1e9);
  }

  @Test
  @Order(12)
  void kafkaMayDieAndComeBack() throws Exception {
    kafka.kill("kafka");
    accepted("Sin Kafka");
    startKafka();
    awaitProcessed();
    awaitWorkers();
  }

  @Test
  @Order(13)
  void theDatabaseMayDieAndComeBack() throws Exception {
    awaitWeb(web1);
    long server =
        Long.parseLong(Files.readAllLines(db.root().resolve("data/postmaster.pid")).get(0));
    db.kill("postgres");
    ProcessHandle postgres = ProcessHandle.of(server).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postgres.descendants().toList());
    all.add(postgres);
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));

    Answer refused = contest.upload(player, clip(), "Sin base de datos");
    assertThat(refused.status()).as("%s", refused).isGreaterThanOrEqualTo(500);

    startDatabase();
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> contest.get("/api/public/videos", null).status() == 200);
    accepted("Con la base de vuelta");
    awaitProcessed();
  }

  @Test
  @Order(14)
  void nothingAcceptedIsLost() throws Exception {
    site.close();
    startSite();
    await().atMost(SOON).ignoreExceptions().until(() -> health(contest));

    awaitProcessed();
    assertThat(health(web1)).isTrue();
    assertThat(health(web2)).isTrue();
    Answer clip = contest.get("/api/public/videos/" + ACCEPTED.get(0), null);
    assertThat(clip.object().getInt("votes")).isEqualTo(1);
    for (String video : ACCEPTED) {
      assertThat(contest.head("/api/videos/" + video + "/processed", player.token()).status())
          .isEqualTo(200);
    }
    System.out.printf("%d clips were accepted, all are processed%n", ACCEPTED.size());
  }

  // What they share

  /** Uploads through the site. As the web application does, it tries again with the same key. */
  private static String accepted(String title) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer answer =
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(2))
            .pollDelay(Duration.ZERO)
            .ignoreExceptionsInstanceOf(UncheckedIOException.class)
            .until(() -> contest.upload(player, clip(), title, key), a -> a.status() < 500);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    String video = answer.object().getString("video_id");
    ACCEPTED.add(video);
    return video;
  }

  /** Light, as the hosts share few processors. */
  private static Path clip() throws IOException {
    return clips.light();
  }

  private static void awaitWorkers() {
    await().atMost(BOOT).ignoreExceptions().until(() -> ready(worker1) && ready(worker2));
  }

  private static void awaitProcessed() {
    ACCEPTED.forEach(video -> contest.processed(player, video));
  }

  private static Contest server(TestHost host) {
    return new Contest(URI.create("http://" + host.address() + ":8080"));
  }

  private static boolean health(TestHost host) {
    return health(server(host));
  }

  private static boolean health(Contest through) {
    return through.get("/api/health", null).status() == 200;
  }

  private static boolean ready(TestHost worker) {
    return new Contest(URI.create("http://" + worker.address() + ":8090"))
            .get("/health/ready", null)
            .status()
        == 200;
  }

  private static Visitors visitors() throws Exception {
    return new Visitors(
        tls.client(HttpClient.Version.HTTP_1_1), address.resolve("/api/public/videos"));
  }

  private static void awaitVisits(Visitors visitors, int more) {
    int wanted = visitors.served() + more;
    await().atMost(SOON).until(() -> visitors.served() >= wanted);
  }

  private static void report(String what, Visitors visitors) {
    System.out.printf(
        "%s: %d visits, %d of them in vain, the slowest %d ms%n",
        what, visitors.served(), visitors.disappointed().size(), visitors.slowestMillis());
  }

  /** The worker that has taken a clip's job. */
  private static TestHost busyWorker(String video) {
    return await().atMost(BOOT).until(() -> owner(video), Optional::isPresent).orElseThrow();
  }

  private static Optional<TestHost> owner(String video) {
    String owner =
        database()
            .value(
                "select lease_owner from processing_job where state = 'RUNNING' and video_id = ?",
                video);
    // An owner is a worker's name and an id of its own for each claim.
    return Stream.of(worker1, worker2)
        .filter(worker -> owner != null && owner.startsWith(worker.name() + "/"))
        .findFirst();
  }
}
