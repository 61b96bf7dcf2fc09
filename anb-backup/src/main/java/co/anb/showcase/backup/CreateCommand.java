package co.anb.showcase.backup;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a back-up while everything runs. */
@Command(
    name = "create",
    description = {
      "Makes a back-up while everything runs.",
      "Files that have not changed since the newest back-up beside it are hard links to that one.",
      "Accounts that have been deleted are noted beside the back-ups."
    })
final class CreateCommand implements Callable<Integer> {

  @Mixin private DatabaseOptions database;
  @Mixin private MediaOptions media;
  @Spec private CommandSpec spec;

  @Option(
      names = "--into",
      required = true,
      description = "The folder that holds the back-ups; each gets a folder named by its time.")
  private Path folder;

  @Option(
      names = "--metrics",
      description =
          "A file for node_exporter's textfile collector, which then tells when the last back-up"
              + " was finished.")
  private Path metrics;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    DataSource source = database.connect();
    var maker = new BackupMaker(source, media.root());
    var backup = maker.create(folder);
    DeletionsCommand.note(source, folder);
    Manifest manifest = backup.manifest();
    if (metrics != null) {
      BackupMetrics.write(metrics, manifest);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d rows in %s, %s and %d linked ones, altogether %s%n",
        backup.folder(),
        manifest.rows(),
        Report.seconds(maker.rowsTook()),
        Report.of(
            manifest.files() - manifest.linked() + " files", maker.fileBytes(), maker.filesTook()),
        manifest.linked(),
        Report.seconds(start));
    return Report.missing(manifest.missing(), spec.commandLine().getErr());
  }
}
