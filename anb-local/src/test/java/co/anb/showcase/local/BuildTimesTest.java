package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.local.BuildTimes.Phase;
import co.anb.showcase.local.BuildTimes.TestClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTimesTest {

  private static final List<String> GOALS =
      List.of(
          "1000",
          "1002 anb-web surefire:test default-test",
          "1003 anb-worker surefire:test default-test",
          "1062 anb-web antrun:run check-frontend",
          "1070 anb-worker jar:jar default-jar",
          "1090 anb-web spotless:check default",
          "1100 anb-it failsafe:integration-test default",
          "1400");

  @TempDir Path project;

  @Test
  void aGoalEndsWhenTheNextOfItsModuleBegins() {
    assertThat(BuildTimes.phases(GOALS))
        .containsExactly(
            new Phase("anb-web", "surefire:test default-test", 2, 60),
            new Phase("anb-worker", "surefire:test default-test", 3, 67),
            new Phase("anb-web", "antrun:run check-frontend", 62, 28),
            new Phase("anb-worker", "jar:jar default-jar", 70, 0),
            new Phase("anb-web", "spotless:check default", 90, 0),
            new Phase("anb-it", "failsafe:integration-test default", 100, 300));
  }

  @Test
  void aBuildWithoutAnyGoalHasNoPhases() {
    assertThat(BuildTimes.phases(List.of("1000", "1003"))).isEmpty();
  }

  @Test
  void reportsOfThisBuildAreRead() throws IOException {
    report("anb-web/target/surefire-reports/TEST-a.NewTest.xml", "a.NewTest", "1,201.5", 1_005);
    report("db/liquibase/target/failsafe-reports/TEST-b.SomeIT.xml", "b.SomeIT", "3.25", 1_005);
    report("anb-web/target/surefire-reports/TEST-a.OldTest.xml", "a.OldTest", "9", 900);
    report("anb-web/node_modules/surefire-reports/TEST-c.xml", "c", "9", 1_005);
    report("anb-web/target/surefire-reports/failsafe-summary.xml", "d", "9", 1_005);

    assertThat(BuildTimes.testClasses(project, 1_000))
        .containsExactlyInAnyOrder(
            new TestClass("a.NewTest", 1201.5), new TestClass("b.SomeIT", 3.25));
  }

  @Test
  void theSlowestComeFirstAndShortGoalsAreLeftOut() {
    var printed = new ByteArrayOutputStream();
    BuildTimes.print(
        BuildTimes.phases(GOALS),
        List.of(new TestClass("Quick", 0.4), new TestClass("Slow", 125)),
        new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("  1:40   5:00  anb-it", "of 2 test classes")
        .containsSubsequence("  2:05  Slow", "  0:00  Quick")
        .doesNotContain("jar:jar");
  }

  private void report(String path, String name, String seconds, long modifiedSecond)
      throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?><testsuite name=\"%s\" time=\"%s\"><testcase/></testsuite>"
            .formatted(name, seconds));
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(modifiedSecond)));
  }
}
