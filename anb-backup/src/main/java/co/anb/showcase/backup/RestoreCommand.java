package co.anb.showcase.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a back-up into an empty database and an empty folder. */
@Command(
    name = "restore",
    description = {
      "Restores a back-up into an empty database and an empty media mount, and brings the schema to"
          + " this release.",
      "Web servers and workers must be stopped. Accounts that were deleted after the back-up are"
          + " deleted again, as the list beside the back-up says."
    })
final class RestoreCommand implements Callable<Integer> {

  @Mixin private DatabaseOptions database;
  @Mixin private MediaOptions media;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BACKUP", description = "The back-up's folder.")
  private Path folder;

  @Option(
      names = "--replace",
      description = "Empty the database first, and write over files of the same name.")
  private boolean replace;

  @Option(
      names = "--deletions",
      description =
          "The list of deleted accounts; by default deleted-accounts beside the back-up. Take the"
              + " latest one there is.")
  private Path deletions;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    var backup = Backup.open(folder);
    var restoration = new Restoration(database.connect(), media.root());
    List<String> missing = restoration.restore(backup, replace, deletedAccounts());
    spec.commandLine()
        .getOut()
        .printf(
            "Restored %s: %s, %d rows in %s, altogether %s%n",
            backup.folder(),
            Report.of(
                backup.manifest().files() + " files",
                restoration.fileBytes(),
                restoration.filesTook()),
            backup.manifest().rows(),
            Report.seconds(restoration.rowsTook()),
            Report.seconds(start));
    spec.commandLine().getOut().printf("Accounts deleted again: %d%n", restoration.deletedAgain());
    return Report.missing(missing, spec.commandLine().getErr());
  }

  private DeletedAccounts deletedAccounts() {
    Path beside = folder.toAbsolutePath().normalize().resolveSibling(DeletedAccounts.NAME);
    Path list = deletions == null ? beside : deletions;
    if (!Files.exists(list)) {
      if (deletions != null) {
        throw new BackupException("There is no list of deleted accounts " + deletions);
      }
      spec.commandLine()
          .getErr()
          .printf(
              "There is no list %s: accounts that were deleted after the back-up live again%n",
              list);
    }
    return new DeletedAccounts(list);
  }
}
