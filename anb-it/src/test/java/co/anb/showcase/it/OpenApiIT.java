package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The OpenAPI document that the server makes is one that tools and people can rely on. */
@ExtendWith(RunningStack.class)
class OpenApiIT {

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", ".spectral.yaml");

  /** With the linter that anb-it/openapi-lint pins; it is installed into the build's folder. */
  @Test
  void theLinterFindsNothing(Contest contest) throws Exception {
    Path project = Path.of(System.getProperty("anb.project.directory"));
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("anb.it.directory")).resolveSibling("openapi-lint"));
    for (String file : FILES) {
      Files.copy(
          project.resolve("anb-it/openapi-lint").resolve(file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("openapi.json"), standard(document(contest).object()));
    run(folder, 300, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

    run(
        folder,
        120,
        "node_modules/.bin/spectral",
        "lint",
        "--ruleset",
        ".spectral.yaml",
        "--fail-severity",
        "warn",
        "openapi.json");
  }

  @Test
  void everySecuredOperationTakesTheConsolesTokenToo(Contest contest) {
    JsonObject paths = document(contest).object().getJsonObject("paths");
    assertThat(paths).containsKey("/api/admin/audit");
    for (JsonValue path : paths.values()) {
      for (JsonValue operation : path.asJsonObject().values()) {
        if (operation instanceof JsonObject object && object.containsKey("security")) {
          assertThat(object.getJsonArray("security").toString())
              .as(object.getString("operationId"))
              .contains("\"bearer\"", "\"password\"");
        }
      }
    }
  }

  /** The server adds a list of its endpoints, which is not of the standard. */
  private static String standard(JsonObject document) {
    return Json.createObjectBuilder(document).remove("endpoints").build().toString();
  }

  private static Answer document(Contest contest) {
    return contest.get("/openapi?format=json", null, Map.of("Accept", "application/json"));
  }

  private static void run(Path folder, int seconds, String... command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("output.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    process.destroyForcibly();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(ended).as("%s does not end: %s", command[0], output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
