package co.anb.showcase.backup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a whole back-up and compares it with its check sums. */
@Command(
    name = "verify",
    description = "Reads a whole back-up and compares it with its check sums.")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BACKUP", description = "The back-up's folder.")
  private Path folder;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    var backup = Backup.open(folder);
    backup.verify();
    spec.commandLine().getOut().printf("%s is whole, %s%n", backup.folder(), Report.seconds(start));
    return Report.missing(backup.manifest().missing(), spec.commandLine().getErr());
  }
}
