package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document is one that tools and people can rely on. */
@ExtendWith(RunningStack.class)
class OpenApiIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));
  private static final Path BUILT = PROJECT.resolve("anb-web/target/openapi");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/openapi, -, openapi.yaml, text/plain",
        "/openapi, 'text/html,*/*;q=0.8', openapi.yaml, text/plain",
        "/openapi, application/json, openapi.json, application/json",
        "/openapi?format=JSON, -, openapi.json, application/json",
        "/openapi?format=YAML, application/json, openapi.yaml, text/plain"
      })
  void theServerHandsOutWhatTheBuildMade(
      String address, String accept, String file, String type, Contest contest) throws Exception {
    Map<String, String> headers = accept == null ? Map.of() : Map.of("Accept", accept);
    Answer served = contest.get(address, null, headers);

    assertThat(served.status()).isEqualTo(200);
    assertThat(served.header("Content-Type")).startsWith(type);
    assertThat(served.bytes()).isEqualTo(Files.readAllBytes(BUILT.resolve(file)));
  }

  /** With the linter that anb-it/openapi-lint pins; it is installed into the build's folder. */
  @Test
  void theLinterFindsNothing() throws Exception {
    Path folder = install("openapi-lint", ".spectral.yaml");

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

  /** What a stranger gets who knows the document alone: anb-it/openapi-client. */
  @Test
  void aGeneratedClientCompilesAndCallsTheServer(Contest contest) throws Exception {
    Path folder = install("openapi-client", "tsconfig.json", "calls.ts");
    run(folder, 120, "node_modules/.bin/openapi-typescript", "openapi.json", "-o", "schema.d.ts");
    run(folder, 120, "node_modules/.bin/tsc");

    String calls =
        run(
            folder,
            120,
            "node",
            "out/calls.js",
            contest.base().toString(),
            "cliente-" + UUID.randomUUID() + "@anb.example");

    assertThat(calls.lines())
        .containsExactly(
            "health 200",
            "contest 200",
            "cities 200",
            "signup 201",
            "login 200",
            "me 200",
            "changeMe 200",
            "gallery 200",
            "rankings 200",
            "myVideos 200",
            "myVotes 200",
            "logoutAll 204");
  }

  @Test
  void everySecuredOperationTakesTheConsolesTokenToo(Contest contest) {
    JsonObject paths =
        contest
            .get("/openapi?format=json", null, Map.of("Accept", "application/json"))
            .object()
            .getJsonObject("paths");
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

  /** A folder of the build with the document, a tool of anb-it, and what the tool needs of npm. */
  private static Path install(String tool, String... files) throws Exception {
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("anb.it.directory")).resolveSibling(tool));
    List<String> all = new ArrayList<>(List.of("package.json", "package-lock.json", ".npmrc"));
    all.addAll(List.of(files));
    for (String file : all) {
      Files.copy(
          PROJECT.resolve("anb-it").resolve(tool).resolve(file),
          folder.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.copy(
        BUILT.resolve("openapi.json"),
        folder.resolve("openapi.json"),
        StandardCopyOption.REPLACE_EXISTING);
    run(folder, 300, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    return folder;
  }

  private static String run(Path folder, int seconds, String... command)
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
    return output;
  }
}
