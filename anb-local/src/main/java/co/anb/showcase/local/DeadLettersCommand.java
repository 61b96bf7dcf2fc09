package co.anb.showcase.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Hands the operator's command to the worker's jar, with the running stack's settings. */
@Command(
    name = "dead-letters",
    description = "Shows clips whose processing was given up, or has them processed once more.")
final class DeadLettersCommand implements Callable<Integer> {

  @ParentCommand private Main main;

  @Parameters(arity = "1..*", paramLabel = "list | replay all | replay VIDEO_ID")
  private List<String> words;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var state = new StateDirectory(main.state());
    if (!Files.exists(state.description())) {
      throw new StackException("The stack does not run; start it with ./anb up");
    }
    StackDescription stack = StackDescription.read(state.description());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What is not the answer is of no interest to an operator.
    command.add("-Dlogback.configurationFile=child-logback.xml");
    command.add("-jar");
    command.add(main.project().resolve("anb-worker/target/anb-worker.jar").toString());
    command.add("dead-letters");
    command.addAll(words);
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("ANB_KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers());
    if (System.getenv().getOrDefault("ANB_DB_URL", "").isBlank()) {
      builder.environment().put("ANB_DB_URL", stack.jdbcUrl());
      builder.environment().put("ANB_DB_USER", Postgres.user());
      builder
          .environment()
          .put("ANB_DB_PASSWORD", new Secrets(state.secrets()).password("database"));
    }
    return builder.start().waitFor();
  }
}
