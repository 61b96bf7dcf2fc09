package co.anb.showcase.backup;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The operator's commands for back-ups. */
@Command(
    name = "backup",
    description = "Backs up the database and the media mount, and restores them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CreateCommand.class,
      VerifyCommand.class,
      RestoreCommand.class,
      DeletionsCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage or a setting is missing",
      "3:done, but files that the database names are missing"
    })
public final class Main implements Runnable {

  /** All existing files were copied, but files that rows name are missing. */
  static final int EXIT_FILES_MISSING = 3;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and exits. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
  }

  private static int explain(Exception problem, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (problem instanceof BackupException) {
      err.println("backup: " + problem.getMessage());
    } else {
      problem.printStackTrace(err);
    }
    err.flush();
    return 1;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
