package co.anb.showcase.bench;

import co.anb.showcase.local.LocalStack;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backs a large contest up, restores it on an empty database and an empty folder, and compares. */
@Command(
    name = "bench/restore",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Times of a back-up, of one more that links what has not changed, of its check and of its"
            + " restoration; compares every row and every file. Prints Markdown.")
public final class RestoreBench implements Callable<Integer> {

  private static final int KILO = 1_000;
  private static final int BUFFER = 1 << 16;

  /** Sizes of the files of all other clips: too small, but as many as there really are. */
  private static final Map<String, Integer> SMALL_KILOBYTES =
      Map.of("uploaded/mp4", 100, "processed/mp4", 40, "processed/jpg", 20);

  @Option(names = "--accounts", description = "How many accounts.")
  private int accounts = 100_000;

  @Option(names = "--videos", description = "How many clips, each with three files.")
  private int videos = 10_000;

  @Option(names = "--votes", description = "How many votes.")
  private int votes = 1_000_000;

  @Option(names = "--large", description = "How many clips have originals of a real size.")
  private int large = 40;

  @Option(names = "--large-megabytes", description = "That size.")
  private int largeMegabytes = 50;

  @Option(names = "--project", required = true, description = "The built project.")
  private Path project;

  @Option(names = "--folder", required = true, description = "For the stack's state.")
  private Path folder;

  private LocalStack stack;
  private Path state;

  private record Copy(Path root, String url, String user, String password) {}

  private record Told(double seconds, String words) {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RestoreBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    state = Files.createTempDirectory(folder.toAbsolutePath(), "restore-");
    try (LocalStack started =
        LocalStack.builder()
            .projectDirectory(project)
            .stateDirectory(state)
            .news(System.err::println)
            .build()) {
      stack = started;
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      stack.startDatabaseOnly();
      System.err.println("Filling the database");
      ApiData data = new ApiData(stack);
      data.fill(accounts, videos, votes);
      System.err.println("Writing the files");
      write(data.videos());
      measure();
    } finally {
      delete(state);
    }
    return 0;
  }

  private void write(List<UUID> ids) throws IOException {
    if (Files.notExists(stack.mediaRoot().resolve(".anb-media"))) {
      Files.writeString(stack.mediaRoot().resolve(".anb-media"), UUID.randomUUID().toString());
    }
    Random random = new Random(1);
    int written = 0;
    for (UUID id : ids) {
      for (Map.Entry<String, Integer> kind : SMALL_KILOBYTES.entrySet()) {
        String[] parts = kind.getKey().split("/", -1);
        boolean real = written < large && parts[0].equals("uploaded");
        long bytes = real ? (long) largeMegabytes * KILO * KILO : (long) kind.getValue() * KILO;
        write(file(id, parts[0], parts[1]), bytes, random);
      }
      written++;
    }
  }

  private Path file(UUID id, String kind, String extension) throws IOException {
    String text = id.toString();
    Path path =
        stack
            .mediaRoot()
            .resolve(kind)
            .resolve(text.substring(text.length() - 2))
            .resolve(text + "." + extension);
    Files.createDirectories(path.getParent());
    return path;
  }

  private static void write(Path file, long bytes, Random random) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      long left = bytes;
      while (left > 0) {
        random.nextBytes(buffer);
        int count = (int) Math.min(left, buffer.length);
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }

  private void measure() throws Exception {
    try (EmbeddedPostgres empty = EmbeddedPostgres.builder().start()) {
      measure(empty.getJdbcUrl("postgres", "postgres"));
    }
  }

  private void measure(String emptyDatabase) throws Exception {
    Copy before =
        new Copy(
            stack.mediaRoot(), stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
    Copy after = new Copy(state.resolve("restored"), emptyDatabase, "postgres", "none");
    Files.createDirectories(after.root());
    Path backups = state.resolve("backups");
    Told made = backup(before, "create", "--into", backups.toString());
    Path first = newest(backups);
    Told linked = backup(before, "create", "--into", backups.toString());
    Told verified = backup(before, "verify", first.toString());
    Told restored = backup(after, "restore", first.toString());

    System.err.println("Comparing");
    Map<String, String> files = files(before.root());
    requireEqual("files", files, files(after.root()));
    Map<String, String> rows = rows(before);
    requireEqual("rows", rows, rows(after));
    long bytes = bytes(before.root());
    System.out.printf(
        Locale.ROOT,
        "%,d accounts, %,d clips, %,d votes; %,d files, %,.0f MB. All rows and files are the same"
            + " after the restoration.%n%n",
        accounts,
        videos,
        votes,
        files.size(),
        bytes / 1e6);
    System.out.println("| | s | what it says |");
    System.out.println("|---|---:|---|");
    print("back-up", made);
    print("another one, nothing changed", linked);
    print("check", verified);
    print("restoration", restored);
  }

  private static void print(String name, Told told) {
    System.out.printf(Locale.ROOT, "| %s | %.1f | %s |%n", name, told.seconds(), told.words());
  }

  /** As the package's script runs it. */
  private Told backup(Copy copy, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-jar"));
    command.add(project.resolve("anb-backup/target/anb-backup.jar").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ANB_DB_URL", copy.url());
    builder.environment().put("ANB_DB_USER", copy.user());
    builder.environment().put("ANB_DB_PASSWORD", copy.password());
    builder.environment().put("ANB_MEDIA_ROOT", copy.root().toString());
    System.err.println("backup " + words[0]);
    long begun = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
    String last = output.strip().lines().reduce((one, next) -> next).orElse("");
    return new Told(seconds, last.replaceAll("/\\S*/", ""));
  }

  private static Path newest(Path backups) throws IOException {
    try (Stream<Path> all = Files.list(backups)) {
      return all.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private static Connection connect(Copy copy) throws SQLException {
    return DriverManager.getConnection(copy.url(), copy.user(), copy.password());
  }

  private static void requireEqual(
      String what, Map<String, String> before, Map<String, String> after) {
    if (!before.equals(after)) {
      throw new IllegalStateException("Not all " + what + " are what they were");
    }
  }

  /** Number and digest of the rows of each table. */
  private static Map<String, String> rows(Copy copy) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = connect(copy);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select quote_ident(tablename) from pg_tables where schemaname = 'public'"
                  + " and tablename not like 'databasechangelog%'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        // A sum knows no order, so nothing has to be sorted.
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' ' || coalesce(sum(hashtextextended(cast(t as text), 0)), 0)"
                    + " from "
                    + table
                    + " t")) {
          row.next();
          digests.put(table, row.getString(1));
        }
      }
    }
    return digests;
  }

  private static Map<String, String> files(Path root) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : regular(root)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      digests.put(
          root.relativize(file) + " " + Files.getLastModifiedTime(file),
          HexFormat.of().formatHex(digest.digest()));
    }
    return digests;
  }

  private static long bytes(Path root) throws IOException {
    long sum = 0;
    for (Path file : regular(root)) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static List<Path> regular(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
