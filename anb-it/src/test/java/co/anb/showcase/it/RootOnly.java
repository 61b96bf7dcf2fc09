package co.anb.showcase.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves a test class out where root is needed and another user runs the build, and says so in a
 * line. In CI nothing is left out: there the class runs, and fails.
 */
final class RootOnly implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent() || isRoot() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("root, or CI");
    }
    String reason =
        context.getRequiredTestClass().getSimpleName()
            + " did not run: its hosts are network namespaces whose services are several users,"
            + " which only root can make.";
    System.out.println(reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
