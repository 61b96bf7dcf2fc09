package co.anb.showcase.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The commands of the one-machine stack. */
@Command(
    name = "anb",
    description = "The ANB Rising Stars Showcase on one machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      MigrateCommand.class,
      DeadLettersCommand.class,
      StatusCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {

  @Option(
      names = "--project",
      scope = ScopeType.INHERIT,
      description = "The project's root; by default the current directory.")
  private Path project = Path.of("");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs a command; exits with 0 only if it did what was asked. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain).execute(args));
  }

  private static int explain(
      Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
    if (problem instanceof StackException) {
      command.getErr().println("anb: " + problem.getMessage());
    } else {
      problem.printStackTrace(command.getErr());
    }
    return 1;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  Path project() {
    return project.toAbsolutePath().normalize();
  }

  Path state() {
    return project().resolve("var");
  }

  /**
   * The server that commands talk to: that of the variable ANB_URL, or of the stack that runs here.
   *
   * @throws StackException if there is none
   */
  URI serverUrl() throws IOException {
    String url = System.getenv().getOrDefault("ANB_URL", "");
    if (!url.isBlank()) {
      return URI.create(url);
    }
    Path description = new StateDirectory(state()).description();
    if (Files.exists(description)) {
      StackDescription stack = StackDescription.read(description);
      if (ProcessHandle.of(stack.pid()).isPresent()) {
        return URI.create(stack.baseUrl());
      }
    }
    throw new StackException("The stack does not run: start it with ./anb up, or set ANB_URL.");
  }
}
