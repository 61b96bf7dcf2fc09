package co.anb.showcase.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings the schema up to date without starting anything that uses it. */
@Command(name = "migrate", description = "Brings the database's schema up to date.")
final class MigrateCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try (LocalStack stack = UpCommand.stack(main, System.getenv(), out)) {
      stack.startDatabaseOnly();
      out.println("The schema of " + stack.jdbcUrl() + " is current.");
    }
    return 0;
  }
}
