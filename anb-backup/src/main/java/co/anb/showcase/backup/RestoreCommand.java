package co.anb.showcase.backup;

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
      "Web servers and workers must be stopped."
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

  @Override
  public Integer call() {
    long start = System.nanoTime();
    var backup = Backup.open(folder);
    var restoration = new Restoration(database.connect(), media.root());
    List<String> missing = restoration.restore(backup, replace);
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
    return Report.missing(missing, spec.commandLine().getErr());
  }
}
