package co.anb.showcase.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells whether the stack runs and whether its components answer. */
@Command(name = "status", description = "Tells what runs; exits with 1 if not everything does.")
final class StatusCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    Path file = new StateDirectory(main.state()).description();
    if (!Files.exists(file)) {
      out.println("The stack does not run.");
      return 1;
    }
    StackDescription stack = StackDescription.read(file);
    if (ProcessHandle.of(stack.pid()).isEmpty()) {
      out.println("The stack does not run; its last run was killed. ./anb up cleans up.");
      return 1;
    }
    boolean server = ApiClient.answers(stack.baseUrl() + "/api/health");
    boolean worker = ApiClient.answers(stack.workerUrl() + "/health/ready");
    out.printf("web server  %-30s %s%n", stack.baseUrl(), word(server));
    out.printf("management  %s%n", stack.managementUrl());
    out.printf("worker      %-30s %s%n", stack.workerUrl(), word(worker));
    out.printf("database    %s%n", stack.jdbcUrl());
    out.printf("kafka       %s%n", stack.kafkaBootstrapServers());
    out.printf("media       %s%n", stack.mediaRoot());
    return server && worker ? 0 : 1;
  }

  private static String word(boolean answers) {
    return answers ? "up" : "DOWN";
  }
}
