package co.anb.showcase.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Says of every type and its members what the Javadoc says, and gives members an example. */
final class SchemaFilter implements OASFilter {

  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private final Map<String, List<ClassInfo>> types;
  private final Javadocs javadocs;

  SchemaFilter(IndexView index, Javadocs javadocs) {
    this.types =
        index.getKnownClasses().stream()
            .filter(type -> type.simpleName() != null)
            .collect(Collectors.groupingBy(SchemaFilter::name));
    this.javadocs = javadocs;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (schema.getProperties() != null) {
                type(name, schema.getProperties().keySet())
                    .ifPresent(type -> describe(schema, type));
                schema.getProperties().forEach(SchemaFilter::illustrate);
              }
            });
  }

  /** The class that a schema was made of: it has the schema's name and all of its members. */
  private Optional<ClassInfo> type(String name, Collection<String> members) {
    return types.getOrDefault(name, List.of()).stream()
        .filter(type -> names(type).keySet().containsAll(members))
        .findFirst();
  }

  /** The class's own name, or the one that an annotation gives its schema. */
  private static String name(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(AnnotationValue::asString)
        .orElse(type.simpleName());
  }

  private static Map<String, String> names(ClassInfo type) {
    Map<String, String> names = new LinkedHashMap<>();
    type.fields().forEach(field -> names.put(snakeCase(field.name()), field.name()));
    return names;
  }

  private void describe(Schema schema, ClassInfo type) {
    String className = type.name().toString();
    Doc doc = javadocs.ofType(className);
    if (schema.getDescription() == null) {
      doc.asText().ifPresent(schema::setDescription);
    }
    Map<String, String> names = names(type);
    schema
        .getProperties()
        .forEach(
            (name, member) -> {
              // A reference has no text of its own.
              if (member.getRef() == null && member.getDescription() == null) {
                String field = names.get(name);
                doc.param(field)
                    .or(() -> javadocs.ofField(className, field).asText())
                    .ifPresent(member::setDescription);
              }
            });
  }

  private static void illustrate(String name, Schema member) {
    if ("uuid".equals(member.getFormat())) {
      // The format says it.
      member.setPattern(null);
    }
    if (member.getRef() == null && member.getExample() == null) {
      Examples.of(name, member).ifPresent(member::setExample);
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
