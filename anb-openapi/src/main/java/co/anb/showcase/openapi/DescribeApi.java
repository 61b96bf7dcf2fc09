package co.anb.showcase.openapi;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** Writes the OpenAPI document, as {@code openapi.json} and as {@code openapi.yaml}. */
public final class DescribeApi {

  private static final int CONFIG_ORDINAL = 500;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "mp.openapi.extensions.smallrye.property-naming-strategy", "LOWER_CASE_WITH_UNDERSCORES",
          "mp.openapi.extensions.smallrye.operationIdStrategy", "METHOD",
          "mp.openapi.extensions.smallrye.remove-unused-schemas.enable", "true");

  private DescribeApi() {}

  /**
   * Makes the document.
   *
   * @param args the folder of the compiled classes, the folder of their sources, a YAML file with
   *     what stands in no class, and the folder to write to
   * @throws IOException if a file cannot be read or written
   * @throws IllegalStateException if an operation lacks what the document must say of it
   */
  public static void main(String[] args) throws IOException {
    SmallRyeOpenAPI document = describe(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    Path target = Files.createDirectories(Path.of(args[3]));
    Files.writeString(target.resolve("openapi.json"), document.toJSON());
    Files.writeString(target.resolve("openapi.yaml"), document.toYAML());
  }

  static SmallRyeOpenAPI describe(Path classes, Path sources, Path frame) throws IOException {
    Index index = index(classes);
    List<Endpoint> endpoints = Endpoint.all(index);
    Javadocs javadocs = Javadocs.of(sources);
    return SmallRyeOpenAPI.builder()
        .withConfig(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(SETTINGS, "settings", CONFIG_ORDINAL))
                .build())
        .withIndex(index)
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableStandardFilter(false)
        .withCustomStaticFile(() -> open(frame))
        .addFilter(new SchemaFilter(index, javadocs))
        .addFilter(new OperationFilter(endpoints, javadocs))
        .build();
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Index index(Path classes) throws IOException {
    var indexer = new Indexer();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(classes)) {
      files = tree.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        indexer.index(in);
      }
    }
    return indexer.complete();
  }
}
