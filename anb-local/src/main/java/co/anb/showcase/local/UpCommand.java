package co.anb.showcase.local;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the stack and runs it until it is told to end. */
@Command(name = "up", description = "Runs everything on this machine; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

  private static final Map<StackComponent, Integer> DEFAULT_PORTS =
      Map.of(
          StackComponent.POSTGRES,
          15432,
          StackComponent.KAFKA,
          19092,
          StackComponent.SERVER,
          8080,
          StackComponent.WORKER,
          8090);

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    LocalStack stack = stack(main, System.getenv(), out);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (stopped.getCount() > 0) {
                    out.println("Stopping");
                    stack.close();
                    out.println("Stopped");
                    out.flush();
                  }
                },
                "stop"));
    try {
      stack.start();
      Account account = Account.demo(stack);
      out.printf(
          """

          The showcase runs at   %1$s
          API description        %1$s/openapi
          Demo account           %2$s  %3$s
          Administrator          %5$s, password in %6$s
          Logs                   %4$s

          Try ./anb demo in another terminal. Ctrl-C stops everything.
          """,
          stack.baseUrl(),
          account.email(),
          account.password(),
          stack.log(StackComponent.SERVER).getParent(),
          stack.adminEmail(),
          stack.adminPasswordFile());
      out.flush();
    } catch (RuntimeException e) {
      stack.close();
      stopped.countDown();
      throw e;
    }
    stopped.await();
    return 0;
  }

  /** The stack as the environment wants it. */
  static LocalStack stack(Main main, Map<String, String> environment, PrintWriter out) {
    LocalStackBuilder builder =
        LocalStack.builder()
            .projectDirectory(main.project())
            .stateDirectory(main.state())
            .news(
                words -> {
                  out.println(words);
                  out.flush();
                });
    DEFAULT_PORTS.forEach(
        (component, port) ->
            builder.port(component, port(environment, component.portVariable(), port)));
    String databaseUrl = environment.getOrDefault("ANB_DB_URL", "");
    if (!databaseUrl.isBlank()) {
      builder.externalDatabase(
          databaseUrl,
          environment.getOrDefault("ANB_DB_USER", ""),
          environment.getOrDefault("ANB_DB_PASSWORD", ""));
    }
    String bootstrapServers = environment.getOrDefault("ANB_KAFKA_BOOTSTRAP_SERVERS", "");
    if (!bootstrapServers.isBlank()) {
      builder.externalKafka(bootstrapServers);
    }
    return builder.build();
  }

  static int port(Map<String, String> environment, String variable, int otherwise) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      return otherwise;
    }
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new StackException(variable + " is no port: " + value);
    }
    return Integer.parseInt(value);
  }
}
