package co.anb.showcase.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, which sends its next request on a connection as soon as it has the answer. */
final class Wrk {

  private static final Pattern RESULT =
      Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  // Requests come from a file, one a line: method, path and, where one is needed, a token.
  private static final String SCRIPT =
      """
      local requests = {}
      init = function(args)
        for line in io.lines("%s") do
          local method, path, token = line:match("^(%%S+) (%%S+) ?(%%S*)$")
          local headers = { Host = wrk.headers["Host"], ["Content-Length"] = "0" }
          if method == "GET" then headers["Content-Length"] = nil end
          if token ~= "" then headers["Authorization"] = "Bearer " .. token end
          requests[#requests + 1] = wrk.format(method, path, headers)
        end
      end
      local at = 0
      request = function()
        at = at + 1
        if at > #requests then
          if %s then wrk.thread:stop() end
          at = 1
        end
        return requests[at]
      end
      done = function(summary, latency, sent)
        local e = summary.errors
        if e.status + e.connect + e.read + e.write + e.timeout > 0 then
          io.stderr:write(string.format("errors: %%d refused, %%d connect, %%d read, %%d write,"
            .. " %%d timeout\\n", e.status, e.connect, e.read, e.write, e.timeout))
        end
        io.write(string.format("RESULT %%d %%d %%d %%d %%d %%d %%d\\n", summary.requests,
          summary.duration, latency:percentile(50), latency:percentile(95),
          latency:percentile(99), e.status, e.connect + e.read + e.write + e.timeout))
      end
      """;

  private final Path folder;

  Wrk(Path folder) {
    this.folder = folder;
  }

  /**
   * What came of a run.
   *
   * @param perSecond answers a second
   * @param errors answers that were no success, and connections that broke
   */
  record Result(long requests, double perSecond, double p50, double p95, double p99, long errors) {}

  /** One request of a run; no token if it is empty. */
  record Call(String method, String path, String token) {

    private String line() {
      return (method + " " + path + " " + token).strip();
    }
  }

  /**
   * Sends requests.
   *
   * @param once whether to stop when each was sent once; otherwise they are repeated
   * @param seconds after which it ends in any case
   */
  Result run(String base, List<Call> calls, boolean once, int connections, int seconds)
      throws IOException, InterruptedException {
    Path requests = folder.resolve("requests.txt");
    Files.write(requests, calls.stream().map(Call::line).toList());
    Path script = folder.resolve("requests.lua");
    Files.writeString(script, SCRIPT.formatted(requests, once));
    List<String> command =
        new ArrayList<>(
            List.of("wrk", "-t", "1", "-c", Integer.toString(connections), "-d", seconds + "s"));
    command.addAll(List.of("--timeout", "10s", "-s", script.toString(), base));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("wrk failed: " + output);
    }
    return parse(output);
  }

  private static Result parse(String output) throws IOException {
    Matcher found = RESULT.matcher(output);
    if (!found.find()) {
      throw new IOException("wrk said " + output);
    }
    long requests = Long.parseLong(found.group(1));
    double seconds = Long.parseLong(found.group(2)) / 1e6;
    return new Result(
        requests,
        requests / seconds,
        millis(found, 3),
        millis(found, 4),
        millis(found, 5),
        Long.parseLong(found.group(6)) + Long.parseLong(found.group(7)));
  }

  private static double millis(Matcher found, int group) {
    return Long.parseLong(found.group(group)) / 1e3;
  }
}
