package co.anb.showcase.container;

import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;

/** The libraries that a test needs inside the container, from this JVM's class path. */
final class TestLibraries {

  private TestLibraries() {}

  static File[] files() {
    return List.of(Assertions.class, Awaitility.class, Matcher.class).stream()
        .map(TestLibraries::origin)
        .toArray(File[]::new);
  }

  private static File origin(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
