package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script's own decisions: what it asks for, what it builds when, and whom it hands over to. It
 * sees nothing of this machine but the tools of every Debian; the others are stand-ins.
 */
class ScriptTest {

  private static final List<String> ARTIFACTS =
      List.of(
          "anb-local/target/anb-local.jar",
          "anb-ear/target/anb.ear",
          "anb-worker/target/anb-worker.jar",
          "payara-config/target/runtime/anb-server.jar",
          "db/liquibase/target/anb-db-1.0.0-SNAPSHOT.jar");

  private static final List<String> OF_EVERY_DEBIAN =
      List.of(
          "awk", "bash", "cat", "chmod", "cp", "df", "dirname", "env", "find", "grep", "head",
          "mkdir", "mv", "sed", "sort", "tail", "tee", "touch");

  private static final List<String> FOR_TESTS =
      List.of(
          "chromium",
          "nginx",
          "systemd-analyze",
          "ip",
          "curl",
          "jq",
          "openssl",
          "promtool",
          "setpriv",
          "bwrap");

  @TempDir Path project;

  private final Map<String, String> environment = new HashMap<>();

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
    Files.createDirectories(project.resolve("tools"));
    for (String tool : OF_EVERY_DEBIAN) {
      Files.createSymbolicLink(project.resolve("tools").resolve(tool), installed(tool));
    }
    maven("echo building");
    program(
        "java",
        """
        case "$*" in
          *-XshowSettings*) echo '    java.specification.version = 99' >&2 ;;
          *) echo "java ran" "${@: -1}" ;;
        esac
        """);
    program("javac", "");
    program("node", "echo v99.1.0");
    program("npm", "");
    program("id", "echo 1000");
    for (String tool : FOR_TESTS) {
      program(tool, "");
    }
    for (String component : List.of("HTTP", "WORKER_HTTP", "DB", "KAFKA")) {
      environment.put("ANB_" + component + "_PORT", "0");
    }
  }

  /** JUnit would warn of each link that leads out of its folder. */
  @AfterEach
  void removeTheLinks() throws IOException {
    for (String tool : OF_EVERY_DEBIAN) {
      Files.delete(project.resolve("tools").resolve(tool));
    }
  }

  @Test
  void theFirstUpBuildsAndTheNextDoesNot() throws Exception {
    assertThat(run("up").output).contains("Building").contains("java ran up");
    assertThat(run("up").output).doesNotContain("Building").contains("java ran up");
  }

  @Test
  void theBuildTellsWhatItIsAt() throws Exception {
    maven(
        "echo '[INFO] Building Use cases 1.0.0-SNAPSHOT    [2/15]'; echo '[INFO] Compiling much'");
    assertThat(run("up").output)
        .contains("   2 of 15  Use cases")
        .doesNotContain("Compiling")
        .contains("java ran up");
    assertThat(project.resolve("var/log/build.log")).content().contains("Compiling much");
  }

  @Test
  void aBuildThatFailsSaysWhyAndNothingIsRun() throws Exception {
    maven("echo '[INFO] much'; echo '[ERROR] A.java: no such thing'; exit 1");
    Run run = run("up");
    assertThat(run.status).isEqualTo(1);
    assertThat(run.output)
        .contains("[ERROR] A.java: no such thing", "the build failed", "var/log/build.log")
        .doesNotContain("java ran");
  }

  @Test
  void aChangedSourceIsBuiltAndAChangedTestIsNot() throws Exception {
    run("migrate");
    touchLater(project.resolve("anb-web/src/test/java/ATest.java"));
    touchLater(project.resolve("anb-web/target/classes/A.class"));
    assertThat(run("migrate").output).doesNotContain("Building");

    touchLater(project.resolve("anb-web/src/main/java/A.java"));
    assertThat(run("migrate").output).contains("Building");
  }

  @Test
  void aMissingArtifactIsBuilt() throws Exception {
    run("up");
    Files.delete(project.resolve("anb-ear/target/anb.ear"));
    assertThat(run("up").output).contains("Building");
  }

  @Test
  void whatOnlyAsksNeverBuilds() throws Exception {
    for (String command : List.of("demo", "status", "dead-letters")) {
      assertThat(run(command).output).doesNotContain("Building").contains("java ran " + command);
    }
    Files.delete(project.resolve("anb-local/target/anb-local.jar"));
    for (String command : List.of("demo", "status", "dead-letters")) {
      Run run = run(command);
      assertThat(run.status).isEqualTo(1);
      assertThat(run.output).contains("nothing is built yet: ./anb up").doesNotContain("java ran");
    }
  }

  @Test
  void everythingMissingIsNamedAtOnceAndBeforeTheBuild() throws Exception {
    program("java", "echo '    java.specification.version = 11' >&2");
    program("node", "echo v18.20.1");
    Files.delete(project.resolve("bin/mvn"));
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("ANB_HTTP_PORT", Integer.toString(taken.getLocalPort()));
      environment.put("ANB_DB_PORT", "many");
      Run run = run("up");
      assertThat(run.status).isEqualTo(1);
      assertThat(run.output)
          .containsSubsequence(
              "anb: this is missing:",
              "a JDK",
              "is version 11",
              "Maven",
              "found no mvn",
              "node is version 18.20.1",
              "port " + taken.getLocalPort() + " for the web server",
              "ANB_DB_PORT is no port: many",
              "sudo apt-get install --no-install-recommends maven")
          .doesNotContain("Building");
    }
  }

  @Test
  void aRuntimeIsNoJdkButEnoughToAsk() throws Exception {
    Files.delete(project.resolve("bin/javac"));
    assertThat(run("up").output).contains("only a runtime");
    assertThat(run("status").output).contains("java ran status");
  }

  @Test
  void theTestsHandMavensWordsAndItsStatusOn() throws Exception {
    maven(
        """
        echo "maven got $*"
        echo '[INFO] --- maven-surefire-plugin:3.5.5:test (default-test) @ anb-web ---'
        echo '[INFO] --- failsafe:3.5.5:integration-test (default) @ anb-it ---'
        echo '[ERROR] Tests run: 5, Failures: 1, Errors: 0, Skipped: 0'
        exit 3
        """);
    Run run = run("test", "-Dit.test=VotingIT");
    assertThat(run.status).isEqualTo(3);
    assertThat(run.output)
        .containsSubsequence(
            "maven got -B -ntp verify -Dit.test=VotingIT",
            "[ERROR] Tests run: 5, Failures: 1, Errors: 0, Skipped: 0",
            "java ran target/goals.txt");
    assertThat(Files.readAllLines(project.resolve("target/goals.txt")))
        .satisfiesExactly(
            begin -> assertThat(begin).matches("\\d+"),
            goal -> assertThat(goal).endsWith(" anb-web maven-surefire-plugin:test default-test"),
            goal -> assertThat(goal).endsWith(" anb-it failsafe:integration-test default"),
            end -> assertThat(end).matches("\\d+"));
  }

  @Test
  void whoIsNotRootIsToldWhatToInstallForTheTests() throws Exception {
    Files.delete(project.resolve("bin/chromium"));
    Files.delete(project.resolve("bin/promtool"));
    Run run = run("test");
    assertThat(run.status).isEqualTo(1);
    assertThat(run.output)
        .contains("the program chromium", "the program promtool")
        .contains("sudo apt-get install --no-install-recommends chromium prometheus\n")
        .doesNotContain("building");
  }

  @Test
  void asRootTheTestsInstallWhatIsMissing() throws Exception {
    Files.delete(project.resolve("bin/chromium"));
    program("id", "echo 0");
    program(
        "apt-get",
        """
        echo "apt-get $*" >>"${0%/*}/../apt.log"
        [[ $1 == update ]] || cp "${0%/*}/nginx" "${0%/*}/chromium"
        """);
    Run run = run("test");
    assertThat(run.status).isZero();
    assertThat(run.output).contains("Installing chromium", "building");
    assertThat(project.resolve("apt.log"))
        .content()
        .isEqualTo("apt-get update -qq\napt-get install -y -qq --no-install-recommends chromium\n");
  }

  @Test
  void anUnknownCommandIsRefused() throws Exception {
    assertThat(run("fly").output).contains("no such command: fly");
  }

  private void maven(String body) throws IOException {
    program(
        "mvn",
        """
        if [[ $* == *--version ]]; then echo 'Apache Maven 99.1 (x)'; exit; fi
        """
            + body);
  }

  private void touchLater(Path file) throws IOException {
    write(file, "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private static Path installed(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + tool + " on this machine"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void program(String name, String body) throws IOException {
    Path program = project.resolve("bin").resolve(name);
    write(program, "#!" + installed("bash") + "\n" + body);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Run(int status, String output) {}

  private Run run(String... arguments) throws Exception {
    var builder = new ProcessBuilder("bash", project.resolve("anb").toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().keySet().removeIf(name -> name.startsWith("ANB_"));
    builder.environment().putAll(environment);
    builder.environment().put("PATH", project.resolve("bin") + ":" + project.resolve("tools"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
