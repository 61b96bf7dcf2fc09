package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's own decisions: what it builds when, and whom it hands over to. */
class ScriptTest {

  private static final List<String> ARTIFACTS =
      List.of(
          "anb-local/target/anb-local.jar",
          "anb-ear/target/anb.ear",
          "anb-worker/target/anb-worker.jar",
          "payara-config/target/runtime/anb-server.jar",
          "db/liquibase/target/anb-db-1.0.0-SNAPSHOT.jar");

  @TempDir Path project;

  @BeforeEach
  void layOutAProject() throws IOException {
    Files.copy(Path.of("..", "anb"), project.resolve("anb"));
    for (String module :
        List.of(
            "anb-clips",
            "anb-domain",
            "anb-ear",
            "anb-ejb",
            "anb-local",
            "anb-web",
            "anb-worker",
            "db/liquibase",
            "payara-config")) {
      Files.createDirectories(project.resolve(module).resolve("src/main"));
    }
    for (String artifact : ARTIFACTS) {
      write(project.resolve(artifact), "");
    }
    write(project.resolve("pom.xml"), "");
    program("mvn", "echo building");
    program(
        "java",
        """
        case "$*" in
          *-XshowSettings*) echo '    java.specification.version = 17' >&2 ;;
          *) echo "java ran" "${@: -1}" ;;
        esac
        """);
  }

  @Test
  void theFirstRunBuildsAndTheNextDoesNot() throws Exception {
    assertThat(run("status")).contains("building").contains("java ran status");
    assertThat(run("status")).doesNotContain("building").contains("java ran status");
  }

  @Test
  void aChangedSourceIsBuiltAndAChangedTestIsNot() throws Exception {
    run("status");
    touchLater(project.resolve("anb-web/src/test/java/ATest.java"));
    touchLater(project.resolve("anb-web/target/classes/A.class"));
    assertThat(run("status")).doesNotContain("building");

    touchLater(project.resolve("anb-web/src/main/java/A.java"));
    assertThat(run("status")).contains("building");
  }

  @Test
  void aMissingArtifactIsBuilt() throws Exception {
    run("status");
    Files.delete(project.resolve("anb-ear/target/anb.ear"));
    assertThat(run("status")).contains("building");
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    program("java", "echo '    java.specification.version = 11' >&2");
    assertThat(run("up")).contains("needs Java 17").doesNotContain("building");
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    assertThat(run("fly")).contains("no such command: fly");
  }

  private void touchLater(Path file) throws IOException {
    write(file, "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void program(String name, String body) throws IOException {
    Path program = project.resolve("bin").resolve(name);
    write(program, "#!/usr/bin/env bash\n" + body);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(String command) throws Exception {
    var builder =
        new ProcessBuilder("bash", project.resolve("anb").toString(), command)
            .redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().merge("PATH", project.resolve("bin") + ":", (path, bin) -> bin + path);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
