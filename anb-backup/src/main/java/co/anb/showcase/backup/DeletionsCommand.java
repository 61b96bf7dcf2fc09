package co.anb.showcase.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Notes beside the back-ups which accounts have been deleted. */
@Command(
    name = "deletions",
    description = {
      "Notes beside the back-ups which accounts have been deleted: their ids, nothing else.",
      "A restore deletes them again. Run it every few minutes; \"create\" does it, too."
    })
final class DeletionsCommand implements Callable<Integer> {

  @Mixin private DatabaseOptions database;
  @Spec private CommandSpec spec;

  @Option(names = "--into", required = true, description = "The folder that holds the back-ups.")
  private Path folder;

  @Override
  public Integer call() {
    int noted = note(database.connect(), folder);
    spec.commandLine().getOut().printf("%d more accounts are noted as deleted%n", noted);
    return 0;
  }

  /** Notes what the database knows, and says how many accounts are new on the list. */
  static int note(DataSource database, Path folder) {
    try {
      Files.createDirectories(folder);
      return new DeletedAccounts(folder.resolve(DeletedAccounts.NAME))
          .add(DeletedAccounts.in(database));
    } catch (SQLException e) {
      throw new BackupException("Cannot read the database: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupException("Cannot make " + folder + ": " + e, e);
    }
  }
}
