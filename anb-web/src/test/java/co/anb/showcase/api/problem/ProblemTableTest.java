package co.anb.showcase.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.mp4.FailureCode;
import co.anb.showcase.domain.mp4.FileFault;
import co.anb.showcase.service.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/api.md says about errors has every code; refusals once, in the row of their status. */
class ProblemTableTest {

  private static final String HEAD = "| Status | Codes |";
  private static final Pattern CODE = Pattern.compile("`([a-z0-9_]+)`");

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

  @Test
  void everyFaultOfAFileIsListed() throws IOException {
    assertThat(listed("Codes of `errors` for a file:", " For a picture:"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FileFault.values()).map(FileFault::code).toList());
  }

  @Test
  void everyFailureOfAClipIsListed() throws IOException {
    assertThat(listed("Codes of a clip's `failure`:", "(a fault of ours)"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values()).map(FailureCode::code).toList());
  }

  private static Stream<String> listed(String from, String to) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "api.md"));
    assertThat(text).containsOnlyOnce(from);
    int start = text.indexOf(from) + from.length();
    String list = text.substring(start, text.indexOf(to, start));
    return CODE.matcher(list).results().map(code -> code.group(1));
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
