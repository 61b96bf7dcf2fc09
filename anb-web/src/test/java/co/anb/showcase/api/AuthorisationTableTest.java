package co.anb.showcase.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every endpoint has its row in docs/authorisation.md; AuthorisationIT holds the server to it. */
class AuthorisationTableTest {

  private static final Pattern ROW =
      Pattern.compile(
          "\\| (OPTIONS|GET|HEAD|POST|PUT|PATCH|DELETE) \\| (/api\\S*) \\|"
              + " (?:–|json(?: \\{.*})?|form|multipart|tus|fresh|, )+ \\|"
              + "(?: (?:ok|401|403|404|404/ok) \\|){5}");

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() throws IOException {
    assertThat(rows()).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows())).isEqualTo(new TreeSet<>(endpoints()));
  }

  private static List<String> rows() throws IOException {
    try (Stream<String> lines =
        Files.lines(java.nio.file.Path.of("..", "docs", "authorisation.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(row -> row.matches())
          .map(row -> row.group(1) + " " + row.group(2))
          .toList();
    }
  }

  private static Set<String> endpoints() {
    Set<String> endpoints =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("co.anb.showcase.api")
                .stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(AuthorisationTableTest::endpoints)
                .collect(Collectors.toSet());
    assertThat(endpoints).hasSizeGreaterThan(20);
    return endpoints;
  }

  private static Stream<String> endpoints(JavaClass type) {
    String root = type.getAnnotationOfType(Path.class).value();
    return type.getMethods().stream()
        .map(JavaMethod::reflect)
        .flatMap(method -> verb(method).map(verb -> verb + " " + path(root, method)));
  }

  private static Stream<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value);
  }

  private static String path(String root, Method method) {
    Path below = method.getAnnotation(Path.class);
    return Stream.of("api", root, below == null ? "" : below.value())
        .map(part -> part.replaceAll("^/+|/+$", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }
}
