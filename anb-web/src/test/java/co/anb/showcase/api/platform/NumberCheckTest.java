package co.anb.showcase.api.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number in every body that an endpoint takes; a new one is found by itself. */
class NumberCheckTest {

  private static final List<String> NO_INTEGERS =
      List.of(
          "1.5",
          "1.0",
          "1e2",
          "1E2",
          "1e400",
          "1e100001",
          "1e-100001",
          "1e999999999",
          "-1e999999999999",
          "9".repeat(60_000),
          "9223372036854775808",
          "\"1\"",
          "\"\"",
          "true",
          "false",
          "{}",
          "{\"a\":1}",
          "[]",
          "[1]");

  private static final List<String> NO_NUMBERS =
      List.of("\"0.5\"", "\"1\"", "true", "{}", "[1]", "1e400", "1e100001", "-1e999999999999");

  /**
   * A number of a body.
   *
   * @param text the body, with %s for the number
   */
  record Member(Class<?> body, String path, Class<?> type, String text) {

    @Override
    public String toString() {
      return body.getSimpleName() + " " + path;
    }
  }

  static Stream<Member> integers() {
    return numbers().filter(member -> isInteger(member.type()));
  }

  static Stream<Member> decimals() {
    return numbers().filter(member -> !isInteger(member.type()));
  }

  @ParameterizedTest
  @MethodSource("integers")
  void integersAreTakenOnlyAsSuch(Member member) {
    for (String wrong : NO_INTEGERS) {
      assertThat(errors(member, wrong))
          .as(wrong.length() > 30 ? "many digits" : wrong)
          .containsExactly(new FieldError(member.path(), "field_integer"));
    }
    assertTaken(member, "0");
    assertTaken(member, "-1");
    assertTaken(member, " 7 ");
    assertTaken(member, "null");
    if (member.type() == Integer.class || member.type() == int.class) {
      assertTaken(member, "2147483647");
      assertThat(errors(member, "2147483648")).hasSize(1);
      assertThat(errors(member, "-2147483649")).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("decimals")
  void decimalsAreTakenOnlyAsNumbers(Member member) {
    for (String wrong : NO_NUMBERS) {
      assertThat(errors(member, wrong))
          .as(wrong)
          .containsExactly(new FieldError(member.path(), "field_number"));
    }
    assertTaken(member, "0.25");
    assertTaken(member, "1e2");
    assertTaken(member, "7");
    assertTaken(member, "null");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    ProblemException refusal =
        refusal("{\"list\":[{\"whole\":\"1\"},{\"whole\":2}],\"whole\":1.5,\"x\":1e9}");
    assertThat(refusal.errors())
        .containsExactly(
            new FieldError("list.whole", "field_integer"),
            new FieldError("whole", "field_integer"));
  }

  @Test
  void membersThatNobodyKnowsMayBeAnything() {
    String text = "{\"x\":{\"whole\":\"1\"},\"y\":[[{\"whole\":1e5}]],\"text\":5,\"whole\":1}";
    assertThatCode(() -> BodyReading.checkJson(text.getBytes(UTF_8), Sample.class))
        .doesNotThrowAnyException();
  }

  @Test
  void bodiesOfAnotherKindAreLeftToTheBinding() {
    for (String text : List.of("[]", "\"a\"", "55", "[{\"whole\":\"1\"}]", "null")) {
      assertThatCode(() -> BodyReading.checkJson(text.getBytes(UTF_8), Sample.class))
          .doesNotThrowAnyException();
    }
  }

  /** A body. */
  record Sample(
      @JsonbProperty("whole") Integer whole,
      @JsonbProperty("text") String text,
      @JsonbProperty("list") List<Sample> list) {}

  private static ProblemException refusal(String text) {
    return catchThrowableOfType(
        ProblemException.class, () -> BodyReading.checkJson(text.getBytes(UTF_8), Sample.class));
  }

  private static List<FieldError> errors(Member member, String literal) {
    byte[] body = member.text().formatted(literal).getBytes(UTF_8);
    ProblemException refusal =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                catchThrowableOfType(
                    ProblemException.class, () -> BodyReading.checkJson(body, member.body())));
    return refusal.errors();
  }

  private static void assertTaken(Member member, String literal) {
    byte[] body = member.text().formatted(literal).getBytes(UTF_8);
    assertThatCode(() -> BodyReading.checkJson(body, member.body()))
        .as(literal)
        .doesNotThrowAnyException();
  }

  private static boolean isInteger(Class<?> type) {
    return Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class)
        .contains(type);
  }

  private static Stream<Member> numbers() {
    List<Member> numbers =
        bodies().stream().flatMap(body -> members(body, body, "", "%s")).toList();
    assertThat(numbers).hasSizeGreaterThan(10);
    return numbers.stream();
  }

  /** The records that endpoints read from JSON. */
  private static Set<Class<?>> bodies() {
    Set<Class<?>> bodies =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("co.anb.showcase.api")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Consumes.class))
                .map(JavaMethod::reflect)
                .filter(NumberCheckTest::takesJson)
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(Parameter::getType)
                .collect(Collectors.toSet());
    assertThat(bodies).hasSizeGreaterThan(15).allMatch(Class::isRecord);
    return bodies;
  }

  private static boolean takesJson(Method method) {
    return Arrays.stream(method.getAnnotation(Consumes.class).value())
        .anyMatch(type -> type.endsWith("json"));
  }

  private static Stream<Member> members(Class<?> body, Class<?> bound, String path, String around) {
    return Arrays.stream(bound.getRecordComponents())
        .flatMap(
            component -> {
              String name = name(component);
              return values(
                  body,
                  component.getGenericType(),
                  path.isEmpty() ? name : path + "." + name,
                  around.formatted("{\"" + name + "\":%s}"));
            });
  }

  private static Stream<Member> values(Class<?> body, Type type, String path, String around) {
    if (type instanceof ParameterizedType list) {
      assertThat(list.getRawType()).as(path).isEqualTo(List.class);
      return values(body, list.getActualTypeArguments()[0], path, around.formatted("[%s]"));
    }
    var value = (Class<?>) type;
    if (value.isRecord()) {
      return members(body, value, path, around);
    }
    assertThat(value).as(path).matches(each -> isNumber(each) || isOther(each));
    return isNumber(value) ? Stream.of(new Member(body, path, value, around)) : Stream.empty();
  }

  private static boolean isNumber(Class<?> type) {
    return isInteger(type) || Number.class.isAssignableFrom(type) || type == double.class;
  }

  private static boolean isOther(Class<?> type) {
    return Set.of(String.class, Boolean.class, boolean.class).contains(type);
  }

  private static String name(RecordComponent component) {
    JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
    assertThat(property).as(component.toString()).isNotNull();
    return property.value();
  }
}
