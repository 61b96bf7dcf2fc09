package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product's Nginx site, rendered as an operator does, in an Nginx of its own. */
final class NginxSite implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;
  private static final Duration UNDER_WAY = Duration.ofSeconds(60);

  private final Path tool;
  private final Path folder;
  private final Map<String, String> settings;
  private final List<String> nginx;
  private final Path log;
  private final Process process;

  private NginxSite(Path tool, Path folder, Map<String, String> settings, List<String> prefix)
      throws IOException {
    this.tool = tool;
    this.folder = folder;
    this.settings = new LinkedHashMap<>(example(tool));
    this.settings.put("ANB_NGINX_CACHE", folder.resolve("decisions").toString());
    this.settings.putAll(settings);
    Path main = Files.createDirectories(configuration()).resolve("nginx.conf");
    this.nginx = new ArrayList<>(prefix);
    nginx.addAll(List.of("nginx", "-e", "stderr", "-p", folder.toString(), "-c", main.toString()));
    Files.writeString(main, main(folder));
    this.log = folder.resolve("error.log");
    render();
    this.process =
        new ProcessBuilder(nginx).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /**
   * Renders the site, has Nginx check it and starts it.
   *
   * @param tool the folder with {@code render}
   * @param folder for all its files
   * @param settings changes and additions to the example's settings
   * @param prefix of the command, such as another network namespace; may be empty
   */
  static NginxSite start(Path tool, Path folder, Map<String, String> settings, List<String> prefix)
      throws IOException {
    return new NginxSite(tool, folder, settings, prefix);
  }

  private Path configuration() {
    return folder.resolve("nginx");
  }

  private void render() throws IOException {
    Path file = folder.resolve("nginx.env");
    Files.write(
        file,
        settings.entrySet().stream().map(s -> s.getKey() + "=\"" + s.getValue() + "\"").toList());
    Shell.run(tool.resolve("render").toString(), file.toString(), configuration().toString());
    List<String> check = new ArrayList<>(nginx);
    check.add("-t");
    String checked = Shell.run(check.toArray(String[]::new));
    assertThat(checked).contains("test is successful").doesNotContain("[warn]");
  }

  /**
   * Renders the site anew and has Nginx take it over, as an operator does; returns when all
   * requests that had begun before have ended.
   */
  void change(Map<String, String> changes) throws IOException {
    settings.putAll(changes);
    render();
    List<ProcessHandle> before = process.descendants().toList();
    List<String> reload = new ArrayList<>(nginx);
    reload.addAll(List.of("-s", "reload"));
    Shell.run(reload.toArray(String[]::new));
    await().atMost(UNDER_WAY).until(() -> before.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Map<String, String> example(Path tool) throws IOException {
    return Files.readAllLines(tool.resolve("nginx.env")).stream()
        .filter(line -> line.startsWith("ANB_"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1].replace("\"", "")));
  }

  /** What an operating system's own nginx.conf has around a site. */
  private static String main(Path folder) {
    return """
    daemon off;
    pid %1$s/nginx.pid;
    worker_processes 2;
    events {
        worker_connections 1024;
    }
    http {
        include /etc/nginx/mime.types;
        default_type application/octet-stream;
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        include conf.d/*.conf;
    }
    """
        .formatted(folder);
  }

  /** Where people reach it, where it listens at one address. */
  URI address() {
    return URI.create(
        "https://localhost:" + settings.get("ANB_NGINX_HTTPS_LISTEN").replaceAll(".*:", ""));
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  Path log() {
    return log;
  }

  /** Ends it in good order. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
