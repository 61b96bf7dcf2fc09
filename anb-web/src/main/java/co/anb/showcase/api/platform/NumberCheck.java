package co.anb.showcase.api.platform;

import co.anb.showcase.service.problem.FieldError;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a body has numbers where its record has them. The binding is lenient: it reads strings as
 * numbers, and {@code 1e100001} as the integer 0.
 *
 * <p>It is told the events of a parser, one after the other, and looks at the literal text of a
 * number only: a huge exponent is never calculated.
 */
final class NumberCheck {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);

  /** No more digits than a long has. */
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,19}");

  private static final ClassValue<Map<String, Type>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Type> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(member -> member.getAccessor().isAnnotationPresent(JsonbProperty.class))
              .collect(Collectors.toMap(NumberCheck::name, RecordComponent::getGenericType));
        }
      };

  private final List<FieldError> errors = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Type body;
  private String member = "";

  /** For a body that is bound to this type. */
  NumberCheck(Type body) {
    this.body = body;
  }

  /** What an object or a list is bound to; {@code list} is null for an object. */
  private record Level(String path, Class<?> object, Type list) {}

  private static String name(RecordComponent member) {
    return member.getAccessor().getAnnotation(JsonbProperty.class).value();
  }

  /** The parser has read this. */
  void accept(Event event, JsonParser parser) {
    switch (event) {
      case KEY_NAME -> member = parser.getString();
      case START_OBJECT -> begin(event, type -> new Level(path(), record(type), null));
      case START_ARRAY -> begin(event, type -> new Level(path(), null, element(type)));
      case END_OBJECT, END_ARRAY -> levels.pop();
      default -> value(event, parser);
    }
  }

  /**
   * All of it was read.
   *
   * @throws ProblemException INVALID_FIELD, with every member that should be a number and is not
   */
  void refuseOthers() {
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private void begin(Event event, Function<Type, Level> level) {
    Type type = expected();
    check(type, event, "");
    levels.push(level.apply(type));
  }

  private void value(Event event, JsonParser parser) {
    if (event != Event.VALUE_NULL) {
      check(expected(), event, event == Event.VALUE_NUMBER ? parser.getString() : "");
    }
  }

  private void check(Type type, Event event, String literal) {
    if (!(type instanceof Class<?> number)) {
      return;
    }
    boolean isNumber = event == Event.VALUE_NUMBER;
    if (WHOLE.contains(number)) {
      if (!isNumber || !fits(literal, number)) {
        errors.add(new FieldError(path(), "field_integer"));
      }
    } else if (isDecimal(number) && (!isNumber || Double.isInfinite(Double.valueOf(literal)))) {
      errors.add(new FieldError(path(), "field_number"));
    }
  }

  private static boolean isDecimal(Class<?> type) {
    return Number.class.isAssignableFrom(type) || type == double.class || type == float.class;
  }

  private static boolean fits(String literal, Class<?> type) {
    if (!DIGITS.matcher(literal).matches()) {
      return false;
    }
    try {
      long value = Long.parseLong(literal);
      return type == Long.class
          || type == long.class
          || (type == Integer.class || type == int.class ? (int) value : (short) value) == value;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** What the next value is bound to, or null if it is not bound. */
  private Type expected() {
    Level level = levels.peek();
    if (level == null) {
      return body;
    }
    return level.object() == null ? level.list() : MEMBERS.get(level.object()).get(member);
  }

  /** The name of the next value, as errors give it. */
  private String path() {
    Level level = levels.peek();
    if (level == null || level.object() == null) {
      return level == null ? "" : level.path();
    }
    return level.path().isEmpty() ? member : level.path() + "." + member;
  }

  private static Class<?> record(Type type) {
    return type instanceof Class<?> bound && bound.isRecord() ? bound : null;
  }

  private static Type element(Type type) {
    return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
  }
}
