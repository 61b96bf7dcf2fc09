package co.anb.showcase.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells where the time of a build went: what each goal of each module took, and the slowest test
 * classes. {@code ./anb test} runs it from its source, so it uses nothing but the JDK.
 *
 * <p>The file of goals has the second at which the build began, then a line for each goal that
 * began (second, module, goal, execution), then the second at which the build ended. A module's
 * goals run one after the other, so that each ends when the next begins. The test classes come from
 * Surefire's and Failsafe's reports ({@code TEST-*.xml}) that are newer than the build's begin.
 */
final class BuildTimes {

  private static final int SLOWEST = 20;

  /** Shorter goals are of no interest, in seconds. */
  private static final long SHORT = 5;

  private static final Set<String> REPORTS = Set.of("surefire-reports", "failsafe-reports");
  private static final Set<String> NO_MODULES = Set.of("node_modules", ".git", "src", "var");

  /**
   * A goal of a module.
   *
   * @param start seconds since the build began
   * @param seconds how long it ran
   */
  record Phase(String module, String goal, long start, long seconds) {}

  /** A test class; seconds with its preparations. */
  record TestClass(String name, double seconds) {}

  private BuildTimes() {}

  /**
   * Prints the times.
   *
   * @param arguments the project's root and the file of goals
   */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    print(phases(lines), testClasses(Path.of(arguments[0]), begin(lines)), System.out);
  }

  static List<Phase> phases(List<String> lines) {
    long begin = begin(lines);
    long end = Long.parseLong(lines.get(lines.size() - 1).split(" ", 2)[0]);
    Map<String, Long> next = new HashMap<>();
    List<Phase> phases = new ArrayList<>();
    for (int i = lines.size() - 2; i > 0; i--) {
      String[] words = lines.get(i).split(" ", 4);
      long start = Long.parseLong(words[0]);
      Long until = next.put(words[1], start);
      // After a module's last goal comes nothing that tells its end, unless the build ends there.
      boolean last = until == null;
      long seconds = last ? (i == lines.size() - 2 ? end - start : 0) : until - start;
      phases.add(new Phase(words[1], words[2] + " " + words[3], start - begin, seconds));
    }
    phases.sort(Comparator.comparingLong(Phase::start));
    return phases;
  }

  private static long begin(List<String> lines) {
    return Long.parseLong(lines.get(0));
  }

  /** The test classes with a report of this build. */
  static List<TestClass> testClasses(Path project, long beginSecond) throws IOException {
    List<TestClass> found = new ArrayList<>();
    Files.walkFileTree(
        project,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = NO_MODULES.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (REPORTS.contains(file.getParent().getFileName().toString())
                && name.startsWith("TEST-")
                && name.endsWith(".xml")
                && attributes.lastModifiedTime().toInstant().getEpochSecond() >= beginSecond) {
              found.add(read(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Servers that are just being stopped delete their files.
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static TestClass read(Path report) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      reader.nextTag();
      String name = reader.getAttributeValue(null, "name");
      String seconds = reader.getAttributeValue(null, "time");
      return new TestClass(name, Double.parseDouble(seconds.replace(",", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(report + " is no report of tests", e);
    }
  }

  static void print(List<Phase> phases, List<TestClass> classes, PrintStream out) {
    out.println();
    out.println(
        "Time of each phase: its begin, its length, the module (two modules run at a time)");
    phases.stream()
        .filter(phase -> phase.seconds() >= SHORT)
        .forEach(
            phase ->
                out.printf(
                    "  %6s %6s  %-18s %s%n",
                    minutes(phase.start()),
                    minutes(phase.seconds()),
                    phase.module(),
                    phase.goal()));
    out.printf("The slowest %d of %d test classes%n", SLOWEST, classes.size());
    classes.stream()
        .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
        .limit(SLOWEST)
        .forEach(
            test -> out.printf("  %6s  %s%n", minutes(Math.round(test.seconds())), test.name()));
  }

  private static String minutes(long seconds) {
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
