package co.anb.showcase.it;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.StackComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all tests: started before the first, stopped after the last. The server has a heap
 * of 320 MB, so that anything that holds an upload in memory fails. When a test fails, what the
 * stack has logged meanwhile is printed.
 */
final class RunningStack
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        LifecycleMethodExecutionExceptionHandler,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

  private static final Set<Class<?>> PARAMETERS =
      Set.of(
          LocalStack.class,
          Contest.class,
          SampleClips.class,
          Worker.class,
          Crowd.class,
          Database.class,
          TraceReceiver.class);

  /** The variable from which any JVM takes more options. */
  static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** Halves the work of a server's start. What runs long is then slower, password hashes most. */
  static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private record Running(
      LocalStack stack,
      Contest contest,
      SampleClips clips,
      Worker worker,
      Crowd crowd,
      Database database,
      TraceReceiver traces)
      implements AutoCloseable {
    @Override
    public void close() {
      stack.close();
      traces.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    watch(context);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    tell(context);
    throw failure;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    watch(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      tell(context);
    }
  }

  private static void watch(ExtensionContext context) {
    context.getStore(NAMESPACE).put(ServerLogs.class, ServerLogs.from(running(context).stack()));
  }

  private static void tell(ExtensionContext context) {
    ServerLogs logs = context.getStore(NAMESPACE).get(ServerLogs.class, ServerLogs.class);
    System.out.printf(
        "%s, %s failed. Meanwhile was logged:%n%s",
        context.getRequiredTestClass().getSimpleName(), context.getDisplayName(), logs.tell());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return PARAMETERS.contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Running running = running(context);
    return Stream.of(
            running.stack(),
            running.contest(),
            running.clips(),
            running.worker(),
            running.crowd(),
            running.database(),
            running.traces())
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
  }

  private static Running start() {
    Path project = Path.of(System.getProperty("anb.project.directory"));
    Path folder = Path.of(System.getProperty("anb.it.directory"));
    try {
      Path state = Files.createTempDirectory(Files.createDirectories(folder), "stack-");
      TraceReceiver traces = new TraceReceiver();
      LocalStack stack =
          LocalStack.builder()
              .projectDirectory(project)
              .stateDirectory(state)
              .heap(StackComponent.SERVER, "320m")
              // What takes minutes in production happens while the test waits.
              .environment(StackComponent.WORKER, "ANB_WORKER_LEASE_SECONDS", "10")
              .environment(StackComponent.WORKER, "ANB_WORKER_RETRY_SECONDS", "1")
              .environment(StackComponent.WORKER, "ANB_WORKER_JOB_TIMEOUT_SECONDS", "40")
              .environment(StackComponent.SERVER, "ANB_SWEEPER_RESEND_SECONDS", "10")
              .environment(StackComponent.SERVER, "ANB_SWEEPER_STAGING_SECONDS", "60")
              .environment(StackComponent.SERVER, "ANB_HTTP_TRUSTED_PROXIES", "127.0.0.1/32")
              // All tests together come from one address. Those that want an address of their own
              // say so as a proxy does.
              .environment(StackComponent.SERVER, "ANB_LIMITS_LOGIN_PER_ADDRESS", "100000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_SIGNUP_PER_ADDRESS", "100000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_UPLOAD_PER_ACCOUNT", "1000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_UPLOAD_PER_ADDRESS", "100000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_VOTE_PER_ACCOUNT", "100000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_VOTE_PER_ADDRESS", "1000000/PT1M")
              .environment(StackComponent.SERVER, "ANB_LIMITS_HASHES_WAITING", "200")
              .environment(StackComponent.SERVER, "ANB_LIMITS_HASH_SECONDS", "50")
              // So that the wait for the next try fits into a test.
              .environment(StackComponent.SERVER, "ANB_LIMITS_LOGIN_FAILURES", "5/PT50S")
              .environment(StackComponent.SECOND_SERVER, JVM_OPTIONS, QUICK_START)
              // As an operator switches traces on, for the second ones only.
              .environment(StackComponent.SECOND_SERVER, "OTEL_SDK_DISABLED", "false")
              .environment(
                  StackComponent.SECOND_SERVER, "OTEL_EXPORTER_OTLP_ENDPOINT", traces.address())
              .environment(StackComponent.SECOND_WORKER, "OTEL_SDK_DISABLED", "false")
              .environment(
                  StackComponent.SECOND_WORKER, "OTEL_EXPORTER_OTLP_ENDPOINT", traces.address())
              .news(System.out::println)
              .build();
      stack.start();
      return new Running(
          stack,
          new Contest(stack.baseUrl()),
          new SampleClips(),
          new Worker(stack),
          new Crowd(stack),
          new Database(stack),
          traces);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
