package co.anb.showcase.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of errors in docs/api.md has every refusal once, in the one row of its status. */
class ProblemTableTest {

  private static final String HEAD = "| Status | Codes |";
  private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

  @Test
  void everyRefusalStandsOnceInTheRowOfItsStatus() throws IOException {
    List<String> refusals =
        Arrays.stream(ProblemCode.values()).map(code -> code.status() + " " + code.code()).toList();

    assertThat(rows().stream().flatMap(ProblemTableTest::refusals))
        .containsExactlyInAnyOrderElementsOf(refusals);
  }

  @Test
  void everyStatusHasOneRow() throws IOException {
    assertThat(rows().stream().map(ProblemTableTest::status)).isNotEmpty().doesNotHaveDuplicates();
  }

  private static Stream<String> refusals(String row) {
    return CODE.matcher(row).results().map(code -> status(row) + " " + code.group(1));
  }

  private static String status(String row) {
    return row.substring(2, row.indexOf(" |", 2));
  }

  private static List<String> rows() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "api.md"));
    assertThat(lines).containsOnlyOnce(HEAD);
    return lines.subList(lines.indexOf(HEAD) + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("| "))
        .toList();
  }
}
