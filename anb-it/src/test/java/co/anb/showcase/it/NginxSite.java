package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product's Nginx site, rendered as an operator does, in an Nginx of its own. */
final class NginxSite implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;

  private final Process process;
  private final Path log;

  private NginxSite(Process process, Path log) {
    this.process = process;
    this.log = log;
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
    Path configuration = Files.createDirectories(folder.resolve("nginx"));
    Map<String, String> all = new LinkedHashMap<>(example(tool));
    all.putAll(settings);
    Path file = folder.resolve("nginx.env");
    Files.write(
        file, all.entrySet().stream().map(s -> s.getKey() + "=\"" + s.getValue() + "\"").toList());
    Shell.run(tool.resolve("render").toString(), file.toString(), configuration.toString());
    Path log = folder.resolve("error.log");
    Path main = configuration.resolve("nginx.conf");
    Files.writeString(main, main(folder));
    List<String> nginx = new ArrayList<>(prefix);
    nginx.addAll(List.of("nginx", "-e", "stderr", "-p", folder.toString(), "-c", main.toString()));
    List<String> check = new ArrayList<>(nginx);
    check.add("-t");
    String checked = Shell.run(check.toArray(String[]::new));
    assertThat(checked).contains("test is successful").doesNotContain("[warn]");
    Process process =
        new ProcessBuilder(nginx).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new NginxSite(process, log);
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
