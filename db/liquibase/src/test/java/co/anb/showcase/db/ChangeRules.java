package co.anb.showcase.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a change may do while the release before it still runs: add, and nothing that this release
 * trips over. A change that takes away is marked with a line {@code -- contract: why it is safe};
 * it belongs into the release after the one that stopped using what goes.
 */
final class ChangeRules {

  private static final String CONTRACT = "-- contract: ";

  private static final Map<Pattern, String> FORBIDDEN =
      Map.of(
          pattern("drop\\s+(column|table|view|sequence|function)"), "takes something away",
          pattern("drop\\s+(constraint|index)"), "takes a constraint or an index away",
          pattern("rename\\s+(column|to|constraint)"), "renames something",
          pattern("alter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type"), "changes a column's type",
          pattern("alter\\s+column\\s+\\w+\\s+set\\s+not\\s+null"), "makes a column mandatory",
          pattern("alter\\s+column\\s+\\w+\\s+drop\\s+default"), "takes a default away",
          pattern("add\\s+(column\\s+)?(?!constraint)\\w+\\s+(?![^,;]*default)[^,;]*not\\s+null"),
              "adds a mandatory column without a default",
          // A trigger that refuses it says "truncate on".
          pattern("truncate\\s+(?!on\\b)"), "deletes rows");

  private ChangeRules() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile("\\b" + regex, Pattern.CASE_INSENSITIVE);
  }

  /** What is wrong with a file of changes, each with the change's name; empty if it is good. */
  static List<String> violations(String text) {
    List<String> found = new ArrayList<>();
    String[] changes = text.split("(?m)^--changeset ", -1);
    for (int i = 1; i < changes.length; i++) {
      String change = changes[i];
      String name = change.lines().findFirst().orElseThrow();
      if (!change.contains("\n--rollback ")) {
        found.add(name + " has no rollback");
      }
      if (change.lines().noneMatch(line -> line.startsWith(CONTRACT) && line.length() > 30)) {
        String sql = statements(change);
        FORBIDDEN.forEach(
            (pattern, problem) -> {
              if (pattern.matcher(sql).find()) {
                found.add(name + " " + problem);
              }
            });
      }
    }
    return found;
  }

  /** Without comments, texts and bodies of functions, which run later. */
  private static String statements(String change) {
    String lines =
        String.join("\n", change.lines().skip(1).filter(line -> !isComment(line)).toList());
    return lines
        .replaceAll("(?s)\\$\\$.*?\\$\\$", "''")
        .replaceAll("'[^']*'", "''")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isComment(String line) {
    return line.stripLeading().startsWith("--");
  }
}
