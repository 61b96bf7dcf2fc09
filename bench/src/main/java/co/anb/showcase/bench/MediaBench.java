package co.anb.showcase.bench;

import co.anb.showcase.bench.Wrk.Call;
import co.anb.showcase.bench.Wrk.Result;
import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the product's Nginx site with a bare Nginx that sends the same public clip. */
@Command(
    name = "bench/media",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "A published clip over TLS: through the product's Nginx site, which asks the web server"
            + " whether it is public, and from a bare Nginx, in turns. Everything runs on this"
            + " machine, the load too. Prints Markdown.")
public final class MediaBench implements Callable<Integer> {

  private static final long NGINX_GRACE_SECONDS = 10;

  @Option(names = "--kilobytes", description = "Size of the clip.")
  private int kilobytes = 2_700;

  @Option(names = "--connections", description = "Connections at a time.")
  private int connections = 4;

  @Option(names = "--seconds", description = "Length of a run.")
  private int seconds = 5;

  @Option(names = "--runs", description = "Runs of each.")
  private int runs = 9;

  @Option(names = "--project", required = true, description = "The built project.")
  private Path project;

  @Option(names = "--folder", required = true, description = "For the stack's state.")
  private Path folder;

  private LocalStack stack;
  private Path state;
  private Wrk wrk;

  private record Run(double perSecond, double nginxMillis, double serverMillis) {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MediaBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    state = Files.createTempDirectory(folder.toAbsolutePath(), "stack-");
    wrk = new Wrk(state);
    try (LocalStack started =
        LocalStack.builder()
            .projectDirectory(project)
            .stateDirectory(state)
            .environment(StackComponent.SERVER, "ANB_MEDIA_ACCEL_PREFIX", "/-/media/")
            .news(System.err::println)
            .build()) {
      stack = started;
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      stack.start();
      // Nginx's processes run as another user where root runs this.
      for (Path passed : List.of(state, stack.mediaRoot())) {
        Files.setPosixFilePermissions(passed, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      stack.stopWorker();
      measure(publishedClip());
    }
    return 0;
  }

  /** The path of its file below the media root. */
  private String publishedClip() throws Exception {
    ApiData data = new ApiData(stack);
    data.fill(1, 1, 0);
    UUID id = data.videos().get(0);
    String text = id.toString();
    String path = "processed/" + text.substring(text.length() - 2) + "/" + text + ".mp4";
    Path file = stack.mediaRoot().resolve(path);
    Files.createDirectories(file.getParent());
    byte[] content = new byte[kilobytes * 1000];
    new Random(1).nextBytes(content);
    Files.write(file, content);
    return path;
  }

  private void measure(String path) throws Exception {
    Path tls = Files.createDirectories(state.resolve("tls"));
    run(
        List.of(
            ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                    + " -keyout key.pem -out certificate.pem")
                .split(" ")),
        tls);
    int sitePort = freePort();
    int barePort = freePort();
    Process site = nginx("site", rendered(tls, sitePort));
    Process bare = nginx("bare", bare(tls, barePort));
    try {
      awaitListening(site, sitePort);
      awaitListening(bare, barePort);
      String siteBase = "https://localhost:" + sitePort;
      String bareBase = "https://localhost:" + barePort;
      List<Call> through = List.of(new Call("GET", "/media/" + path, ""));
      List<Call> straight = List.of(new Call("GET", "/" + path, ""));
      // The server's first answers are slow, and both warm the page cache.
      load(site, siteBase, through);
      load(bare, bareBase, straight);
      List<Run> ours = new ArrayList<>();
      List<Run> theirs = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        ours.add(load(site, siteBase, through));
        theirs.add(load(bare, bareBase, straight));
      }
      print(ours, theirs);
    } finally {
      end(site);
      end(bare);
    }
  }

  private Run load(Process nginx, String base, List<Call> calls) throws Exception {
    long server = stack.process(StackComponent.SERVER).orElseThrow().pid();
    Duration nginxBefore = cpu(nginx);
    Duration serverBefore = ProcFile.cpu(server);
    Result result = wrk.run(base, calls, false, connections, seconds);
    if (result.errors() > 0) {
      throw new IllegalStateException(result.errors() + " errors at " + base);
    }
    return new Run(
        result.perSecond(),
        cpu(nginx).minus(nginxBefore).toNanos() / 1e6 / result.requests(),
        ProcFile.cpu(server).minus(serverBefore).toNanos() / 1e6 / result.requests());
  }

  private static Duration cpu(Process nginx) throws IOException {
    Duration sum = ProcFile.cpu(nginx.pid());
    for (ProcessHandle worker : nginx.descendants().toList()) {
      sum = sum.plus(ProcFile.cpu(worker.pid()));
    }
    return sum;
  }

  private void print(List<Run> ours, List<Run> theirs) {
    System.out.printf(
        Locale.ROOT,
        "A clip of %,d kB, %d connections, %d runs of %d s each, in turns%n%n",
        kilobytes,
        connections,
        runs,
        seconds);
    System.out.println(
        "| | a second, median (range) | CPU of Nginx, ms a clip | CPU of the web server, ms a clip"
            + " |");
    System.out.println("|---|---:|---:|---:|");
    print("through the site", ours);
    print("bare Nginx", theirs);
    double[] ratios = new double[runs];
    for (int i = 0; i < runs; i++) {
      ratios[i] = ours.get(i).perSecond() / theirs.get(i).perSecond();
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%nRatio of the medians %.2f; of pairs: median %.2f (%.2f to %.2f)%n",
        median(ours.stream().mapToDouble(Run::perSecond).toArray())
            / median(theirs.stream().mapToDouble(Run::perSecond).toArray()),
        median(ratios),
        ratios[0],
        ratios[runs - 1]);
  }

  private static void print(String name, List<Run> all) {
    double[] rates = all.stream().mapToDouble(Run::perSecond).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f (%.0f to %.0f) | %.2f | %.2f |%n",
        name,
        median(rates),
        rates[0],
        rates[rates.length - 1],
        median(all.stream().mapToDouble(Run::nginxMillis).toArray()),
        median(all.stream().mapToDouble(Run::serverMillis).toArray()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The product's site, as an operator makes it. */
  private String rendered(Path tls, int port) throws IOException, InterruptedException {
    Path tool = project.toAbsolutePath().resolve("payara-config/nginx");
    Path home = Files.createDirectories(state.resolve("site"));
    Path settings = home.resolve("nginx.env");
    Files.writeString(
        settings,
        Files.readString(tool.resolve("nginx.env"))
            + """
            ANB_NGINX_SERVER_NAME="localhost"
            ANB_NGINX_CERTIFICATE="%1$s/certificate.pem"
            ANB_NGINX_CERTIFICATE_KEY="%1$s/key.pem"
            ANB_NGINX_UPSTREAMS="%2$s"
            ANB_NGINX_MEDIA_ROOT="%3$s"
            ANB_NGINX_HTTP_LISTEN="127.0.0.1:%4$d"
            ANB_NGINX_HTTPS_LISTEN="127.0.0.1:%5$d"
            ANB_NGINX_CACHE="%6$s/decisions"
            ANB_NGINX_RATE="100000"
            """
                .formatted(
                    tls,
                    stack.baseUrl().getAuthority(),
                    stack.mediaRoot(),
                    freePort(),
                    port,
                    home));
    run(List.of(tool.resolve("render").toString(), settings.toString(), home.toString()), home);
    return "include conf.d/*.conf;";
  }

  private String bare(Path tls, int port) {
    return """
    server {
        listen 127.0.0.1:%1$d ssl http2;
        ssl_certificate %2$s/certificate.pem;
        ssl_certificate_key %2$s/key.pem;
        ssl_protocols TLSv1.2 TLSv1.3;
        sendfile on;
        tcp_nopush on;
        root %3$s;
    }
    """
        .formatted(port, tls, stack.mediaRoot());
  }

  private Process nginx(String name, String sites) throws IOException {
    Path home = Files.createDirectories(state.resolve(name));
    Path main = home.resolve("nginx.conf");
    Files.writeString(
        main,
        """
        daemon off;
        pid %1$s/nginx.pid;
        worker_processes 2;
        events {
            worker_connections 1024;
        }
        http {
            include /etc/nginx/mime.types;
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            %2$s
        }
        """
            .formatted(home, sites));
    return new ProcessBuilder("nginx", "-e", "stderr", "-p", home.toString(), "-c", main.toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("error.log").toFile())
        .start();
  }

  private static void awaitListening(Process nginx, int port)
      throws IOException, InterruptedException {
    while (nginx.isAlive()) {
      try (Socket trial = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (trial.isConnected()) {
          return;
        }
      } catch (ConnectException e) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IOException("Nginx has ended: see its error.log");
  }

  private static void end(Process nginx) throws InterruptedException {
    nginx.destroy();
    if (!nginx.waitFor(NGINX_GRACE_SECONDS, TimeUnit.SECONDS)) {
      nginx.destroyForcibly();
    }
  }

  private static void run(List<String> command, Path directory)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
