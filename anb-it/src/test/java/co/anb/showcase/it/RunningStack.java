package co.anb.showcase.it;

import co.anb.showcase.local.LocalStack;
import co.anb.showcase.local.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all tests: started before the first, stopped after the last. The server has a heap
 * of 256 MB, so that anything that holds an upload in memory fails.
 */
final class RunningStack implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(RunningStack.class);

  private record Running(LocalStack stack, Contest contest, SampleClips clips)
      implements AutoCloseable {
    @Override
    public void close() {
      stack.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalStack.class || type == Contest.class || type == SampleClips.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Running running = running(context);
    if (type == LocalStack.class) {
      return running.stack();
    }
    return type == Contest.class ? running.contest() : running.clips();
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
      LocalStack stack =
          LocalStack.builder()
              .projectDirectory(project)
              .stateDirectory(state)
              .heap(Piece.SERVER, "256m")
              // Dead workers' jobs are taken up again while the test waits.
              .environment(Piece.WORKER, "ANB_WORKER_LEASE_SECONDS", "10")
              .news(System.out::println)
              .build();
      stack.start();
      return new Running(
          stack, new Contest(stack.baseUrl()), new SampleClips(folder.resolve("clips")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
