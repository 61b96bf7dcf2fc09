package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/api.md work as they stand and print what the page shows. */
@ExtendWith(RunningStack.class)
class ApiPageIT {

  private static final Path PAGE =
      Path.of(System.getProperty("anb.project.directory")).resolve("docs/api.md");

  private static final String SECTION = "\n## Sign up, upload, follow, vote with curl\n";

  /** The page's mark for what differs from run to run. */
  private static final String ANYTHING = "…";

  /** What is printed between the outputs of two blocks. */
  private static final String BOUNDARY = "---- end of a block ----";

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  @TempDir Path folder;

  /**
   * A block of commands.
   *
   * @param shown the lines below it on the page
   */
  private record Block(String commands, List<String> shown) {}

  @Test
  void theCommandsPrintWhatThePageShows(Contest contest, SampleClips clips) throws IOException {
    Files.copy(
        clips.light(), Files.createDirectories(folder.resolve("var/demo")).resolve("sample.mp4"));
    List<Block> blocks = blocks();
    assertThat(blocks).hasSize(6).allSatisfy(block -> assertThat(block.shown()).isNotEmpty());

    Shell.Result result =
        Shell.run(
            Map.of("ANB_BASE_URL", contest.base().toString()),
            List.of("bash", Files.writeString(folder.resolve("page"), script(blocks)).toString()));

    assertThat(result.status()).as("%s", result.output()).isZero();
    String[] printed = result.output().split(Pattern.quote(BOUNDARY), -1);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(printed[i]).as("%s", result.output()).matches(pattern(blocks.get(i).shown()));
    }
  }

  private static List<Block> blocks() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(SECTION) + SECTION.length();
    List<Block> blocks = new ArrayList<>();
    String commands = null;
    var fences = FENCED.matcher(page.substring(begin, page.indexOf("\n## ", begin)));
    while (fences.find()) {
      if (fences.group(1).equals("bash")) {
        commands = fences.group(2);
      } else {
        blocks.add(new Block(commands, fences.group(2).lines().toList()));
      }
    }
    return blocks;
  }

  /** All blocks in one shell, as the page says; the first command that fails ends it. */
  private String script(List<Block> blocks) {
    return blocks.stream()
        .map(block -> block.commands() + "echo '" + BOUNDARY + "'\n")
        .collect(Collectors.joining("", "set -eo pipefail\ncd '" + folder + "'\n", ""));
  }

  /** The lines in this order; more may stand between them. */
  private static Pattern pattern(List<String> lines) {
    return Pattern.compile(
        lines.stream()
            .map(line -> Pattern.quote(line).replace(ANYTHING, "\\E[^\n]*\\Q"))
            .collect(Collectors.joining("\n(?:[^\n]*\n)*", "(?:[^\n]*\n)*", "\n(?:[^\n]*\n)*")));
  }
}
