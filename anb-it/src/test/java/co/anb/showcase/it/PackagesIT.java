package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives for servers: what is in them, and that they install, again and again. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestOrder.BOTH)
class PackagesIT {

  private static final Path PROJECT = Path.of(System.getProperty("anb.project.directory"));

  @TempDir private static Path unpacked;

  @BeforeAll
  static void unpack() {
    for (String role : List.of("web", "worker")) {
      Shell.run(
          "tar",
          "-xzf",
          PROJECT.resolve("anb-dist/target/anb-" + role + "-role.tar.gz").toString(),
          "-C",
          unpacked.toString());
    }
  }

  private static Path archive(String role) {
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("anb-" + role + "-role-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "worker"})
  void installingTwiceKeepsTheSettings(String role, @TempDir Path host) throws IOException {
    String install = archive(role).resolve("install").toString();
    Shell.run(install, "--root", host.toString());
    Path settings = host.resolve("etc/anb/" + role + ".env");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
        .isEqualTo("rw-r-----");
    Files.writeString(settings, "ANB_DB_USER=somebody\n");
    Path unit = host.resolve("etc/systemd/system/anb-" + role + ".service");
    Files.writeString(unit, "spoiled");

    Shell.run(install, "--root", host.toString());

    assertThat(settings).hasContent("ANB_DB_USER=somebody");
    assertThat(settings.resolveSibling(role + ".env.example")).content().contains("ANB_DB_USER");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(host.resolve("etc/anb/owner.env.example"))))
        .as("the role's user does not read the owner's password")
        .isEqualTo("rw-------");
    assertThat(unit).content().contains("ExecStart=/opt/anb/" + role + "/current/bin/anb-" + role);
    Path base = host.resolve("opt/anb/" + role);
    assertThat(Files.readSymbolicLink(base.resolve("current")))
        .hasToString(Files.readString(archive(role).resolve("version")).strip());
    assertThat(base.resolve("current/bin/anb-" + role)).isExecutable();
    try (Stream<Path> left = Files.list(base)) {
      assertThat(left).as("one version and the link to it").hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "worker"})
  void licencesTravelAlong(String role) {
    Path licences = archive(role).resolve("licences");
    assertThat(licences.resolve("AGPL-3.0.txt"))
        .content()
        .contains("13. Remote Network Interaction", "END OF TERMS AND CONDITIONS");
    assertThat(licences.resolve("OFL-1.1-Figtree.txt")).content().contains("SIL OPEN FONT LICENSE");
    assertThat(archive(role).resolve("NOTICE.md"))
        .content()
        .contains("nonfree and unredistributable");
  }

  @ParameterizedTest
  @CsvSource({
    "web, application.txt, zxcvbn",
    "web, server.txt, payara-micro",
    "web, pages.md, react-aria-components",
    "web, migrate.txt, liquibase-core",
    "web, backup.txt, postgresql",
    "worker, worker.txt, humble-video-noarch",
    "worker, migrate.txt, liquibase-core"
  })
  void aPackageSaysUnderWhichLicencesItsLibrariesAre(String role, String part, String library)
      throws IOException {
    String notices = Files.readString(archive(role).resolve("notices").resolve(part));
    assertThat(notices).contains(library).containsPattern("Apache|BSD|MIT|CDDL");
    assertThat(notices.toLowerCase(Locale.ROOT)).doesNotContain("unknown license");
    assertThat(notices).as("what is only for tests").doesNotContain("junit-jupiter", "vitest");
  }

  @ParameterizedTest
  @CsvSource({
    "web, application, zxcvbn",
    "web, server, payara-micro",
    "web, migrate, liquibase-core",
    "web, backup, postgresql",
    "worker, worker, humble-video-noarch",
    "worker, migrate, liquibase-core"
  })
  void aPackageListsWhatItHolds(String role, String part, String library) throws IOException {
    String list = Files.readString(archive(role).resolve("sbom").resolve(part + ".json"));
    assertThat(list).contains("CycloneDX", "\"" + library + "\"", "\"SHA-256\"", "\"license\"");
    assertThat(list).as("what is only for tests").doesNotContain("\"junit-jupiter\"");
  }

  @Test
  void whatMayNotBeHandedOnIsFetchedAndOnlyThat(@TempDir Path host) throws IOException {
    Shell.run(archive("worker").resolve("install").toString(), "--root", host.toString());
    Path installed = host.resolve("opt/anb/worker/current").toRealPath();
    String[] pinned =
        Files.readString(installed.resolve("lib/humble.sha256")).strip().split(" ", -1);
    Path library = installed.resolve("lib/lib").resolve(pinned[1]);
    Path published = host.resolve("published.jar");
    Files.move(library, published);
    String fetch = installed.resolve("bin/fetch-humble").toString();
    Path another = Files.writeString(host.resolve("another.jar"), "not the library");

    Result refused = Shell.run(Map.of(), List.of(fetch, another.toString()));
    assertThat(refused.status()).isEqualTo(1);
    assertThat(library).doesNotExist();
    Result plain = Shell.run(Map.of(), List.of(fetch, "http://repository.example/" + pinned[1]));
    assertThat(plain.status()).isEqualTo(64);
    Result taken = Shell.run(Map.of(), List.of(fetch, published.toString()));
    assertThat(taken.status()).as(taken.output()).isZero();
    assertThat(library).hasSameBinaryContentAs(published);
    try (Stream<Path> left = Files.list(library.getParent())) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .as("no half file is left on the class path's folder")
          .allMatch(name -> name.endsWith(".jar"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "web, anb-web.service",
    "web, anb-backup.service",
    "web, anb-deletions.service",
    "worker, anb-worker.service"
  })
  void unitsAreValidAndExposeLittle(String role, String unit, @TempDir Path host)
      throws IOException {
    Shell.run(archive(role).resolve("install").toString(), "--root", host.toString());
    Path units = host.resolve("etc/systemd/system");
    // What every system has; without these the checker stops before it looks at ours.
    for (String target :
        List.of("sysinit", "basic", "shutdown", "umount", "multi-user", "network-online")) {
      Files.writeString(units.resolve(target + ".target"), "[Unit]\nDescription=" + target + "\n");
    }

    Result verified =
        Shell.run(
            Map.of(), List.of("systemd-analyze", "verify", "--root=" + host, "--man=no", unit));
    Result security =
        Shell.run(
            Map.of(),
            List.of(
                "systemd-analyze",
                "security",
                "--offline=yes",
                "--threshold=30",
                "--no-pager",
                units.resolve(unit).toString()));

    assertThat(verified.status()).isZero();
    assertThat(verified.output()).as("complaints about the unit and the mount").isEmpty();
    assertThat(security.output()).contains("Overall exposure level");
    assertThat(security.status()).as(security.output()).isZero();
    System.out.println(security.output().lines().reduce((first, second) -> second).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "worker"})
  void aMissingSettingIsNamedAndEndsWithTheStatusThatIsNotTriedAgain(
      String role, @TempDir Path host) {
    Shell.run(archive(role).resolve("install").toString(), "--root", host.toString());
    Path commands = host.resolve("opt/anb/" + role + "/current/bin");

    Result start =
        Shell.run(Map.of("HOME", "/"), List.of(commands.resolve("anb-" + role).toString()));
    Map<String, String> noSettings = Map.of("ANB_ENV_FILE", "/dev/null");
    Result migrate = Shell.run(noSettings, List.of(commands.resolve("migrate").toString()));
    Result backup =
        Shell.run(
            noSettings,
            List.of(commands.resolve("backup").toString(), "create", "--into", host.toString()));

    assertThat(start.status()).as(start.output()).isEqualTo(role.equals("web") ? 2 : 78);
    assertThat(start.output()).containsAnyOf("ANB_", "anb.");
    assertThat(migrate.status()).as(migrate.output()).isEqualTo(2);
    assertThat(migrate.output()).contains("ANB_DB_URL");
    assertThat(backup.status()).as(backup.output()).isEqualTo(2);
    assertThat(backup.output()).containsAnyOf("ANB_DB_URL", "--db-url");
  }

  @Test
  void theCheckOfTheMediaMountPassesOnAGoodFolderAndNamesWhatIsWrong(@TempDir Path folder)
      throws IOException {
    String check = archive("web").resolve("bin/media-check").toString();
    for (String name : List.of("uploaded", "processed", "avatars")) {
      Shell.run("install", "-d", "-m", "2770", folder.resolve(name).toString());
    }
    Map<String, String> little = Map.of("ANB_LEAST_FREE_GIB", "1");

    Result unmarked = Shell.run(little, List.of(check, folder.toString()));
    Files.writeString(folder.resolve(".anb-media"), "01890000-0000-7000-8000-000000000000\n");
    Result good = Shell.run(little, List.of(check, folder.toString()));
    Result full =
        Shell.run(Map.of("ANB_LEAST_FREE_GIB", "9999999"), List.of(check, folder.toString()));

    assertThat(unmarked.status()).isEqualTo(1);
    assertThat(unmarked.output()).contains(".anb-media");
    assertThat(good.status()).as(good.output()).isZero();
    assertThat(full.output()).contains("GiB are free");
    assertThat(full.status()).isEqualTo(1);
  }

  @Test
  void twoHostsProveThatTheySeeTheSameShare(@TempDir Path folder) throws Exception {
    String check = archive("worker").resolve("bin/media-check").toString();
    Files.createDirectory(folder.resolve("uploaded"));
    Files.writeString(folder.resolve(".anb-media"), "01890000-0000-7000-8000-000000000000\n");

    Process answering =
        new ProcessBuilder(check, folder.toString(), "answer", "60")
            .redirectErrorStream(true)
            .start();
    try {
      Result asked = Shell.run(Map.of(), List.of(check, folder.toString(), "ask"));

      assertThat(asked.status()).as(asked.output()).isZero();
      assertThat(asked.output()).contains("same share", "visibility delay", "all whole");
      assertThat(answering.waitFor()).isZero();
    } finally {
      answering.destroyForcibly();
    }
  }
}
