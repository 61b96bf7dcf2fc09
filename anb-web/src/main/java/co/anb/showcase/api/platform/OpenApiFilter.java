package co.anb.showcase.api.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the OpenAPI document with what holds for every operation, and mends what the server
 * makes of the annotations: it copies schemas instead of referring to them, loses the elements of
 * arrays and writes limits that nobody set. The server's setting {@code mp.openapi.filter} names
 * this class.
 */
public class OpenApiFilter implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> shared = schemas(document);
    shared.values().forEach(OpenApiFilter::mend);
    Map<Set<String>, String> names = new LinkedHashMap<>();
    shared.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null) {
            names.putIfAbsent(Set.copyOf(schema.getProperties().keySet()), name);
          }
        });
    shared.values().forEach(schema -> referBelow(schema, names));
    shared.values().forEach(OpenApiFilter::illustrate);
    operations(document).forEach(operation -> complete(operation, names));
    tags(document);
  }

  private static Map<String, Schema> schemas(OpenAPI document) {
    return document.getComponents() == null || document.getComponents().getSchemas() == null
        ? Map.of()
        : document.getComponents().getSchemas();
  }

  private static List<Operation> operations(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return List.of();
    }
    return document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .toList();
  }

  private static void complete(Operation operation, Map<Set<String>, String> names) {
    security(operation);
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .map(Parameter::getSchema)
          .filter(schema -> schema != null)
          .forEach(OpenApiFilter::mend);
    }
    if (operation.getRequestBody() != null) {
      content(operation.getRequestBody().getContent(), names);
    }
    if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
      for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
        content(answer.getContent(), names);
      }
    }
  }

  /** A token can be pasted, or fetched with a password; the console offers both. */
  private static void security(Operation operation) {
    List<SecurityRequirement> alternatives = operation.getSecurity();
    if (alternatives != null
        && mentions(alternatives, AnbApplication.BEARER)
        && !mentions(alternatives, AnbApplication.PASSWORD)) {
      List<SecurityRequirement> both = new ArrayList<>(alternatives);
      both.add(OASFactory.createSecurityRequirement().addScheme(AnbApplication.PASSWORD));
      operation.setSecurity(both);
    }
  }

  private static boolean mentions(List<SecurityRequirement> alternatives, String scheme) {
    return alternatives.stream().anyMatch(each -> each.getSchemes().containsKey(scheme));
  }

  private static void content(Content content, Map<Set<String>, String> names) {
    if (content == null || content.getMediaTypes() == null) {
      return;
    }
    for (MediaType type : content.getMediaTypes().values()) {
      if (type.getSchema() != null) {
        mend(type.getSchema());
        type.setSchema(referred(type.getSchema(), names));
      }
    }
  }

  /** Takes away limits that nobody set, gives texts their type and arrays their elements. */
  private static void mend(Schema schema) {
    if (schema.getRef() != null) {
      return;
    }
    limits(schema);
    if (schema.getType() == SchemaType.OBJECT && schema.getFormat() != null) {
      schema.setType(SchemaType.STRING);
    }
    if (schema.getType() == SchemaType.ARRAY) {
      elements(schema);
    }
    Map<String, Schema> members = schema.getProperties();
    if (members != null) {
      Map<String, Schema> named = new LinkedHashMap<>();
      members.forEach((name, member) -> named.put(snakeCase(name), member));
      named.values().forEach(OpenApiFilter::mend);
      schema.setProperties(named);
    }
  }

  private static void limits(Schema schema) {
    schema.setExclusiveMaximum(null);
    schema.setExclusiveMinimum(null);
    if (isUnset(schema.getMinLength())) {
      schema.setMinLength(null);
    }
    if (isUnset(schema.getMaxLength())) {
      schema.setMaxLength(null);
    }
    if (isUnset(schema.getMinItems()) || schema.getMinItems() == Integer.MAX_VALUE) {
      schema.setMinItems(null);
    }
    if (isUnset(schema.getMaxItems()) || schema.getMaxItems() == Integer.MIN_VALUE) {
      schema.setMaxItems(null);
    }
    if (isUnset(schema.getMinProperties())) {
      schema.setMinProperties(null);
    }
    if (isUnset(schema.getMaxProperties())) {
      schema.setMaxProperties(null);
    }
    if (schema.getMultipleOf() != null && schema.getMultipleOf().signum() <= 0) {
      schema.setMultipleOf(null);
    }
    if (Boolean.FALSE.equals(schema.getUniqueItems())) {
      schema.setUniqueItems(null);
    }
  }

  private static boolean isUnset(Integer limit) {
    return limit == null || limit <= 0;
  }

  private static void elements(Schema array) {
    Schema element = array.getItems();
    if (array.getProperties() != null) {
      // The server writes the element's members as the array's own.
      element =
          OASFactory.createSchema()
              .type(SchemaType.OBJECT)
              .properties(new LinkedHashMap<>(array.getProperties()));
      array.setProperties(null);
    } else if (element == null
        || (element.getType() == SchemaType.ARRAY && element.getItems() == null)) {
      element = OASFactory.createSchema();
    }
    mend(element);
    array.setItems(element);
  }

  private static String snakeCase(String name) {
    StringBuilder words = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                words.append('_');
              }
              words.append((char) Character.toLowerCase(c));
            });
    return words.toString();
  }

  /** A reference to the shared schema that a copy was made of, or the schema itself. */
  private static Schema referred(Schema schema, Map<Set<String>, String> names) {
    if (schema.getRef() != null) {
      return schema;
    }
    if (schema.getType() == SchemaType.ARRAY && schema.getItems() != null) {
      schema.setItems(referred(schema.getItems(), names));
      return schema;
    }
    String name =
        schema.getProperties() == null ? null : names.get(schema.getProperties().keySet());
    if (name != null) {
      return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
    referBelow(schema, names);
    return schema;
  }

  private static void referBelow(Schema schema, Map<Set<String>, String> names) {
    if (schema.getProperties() != null) {
      Map<String, Schema> members = new LinkedHashMap<>();
      schema.getProperties().forEach((name, member) -> members.put(name, referred(member, names)));
      schema.setProperties(members);
    }
  }

  /** Gives every member that has none of its own the example of its name. */
  private static void illustrate(Schema schema) {
    if (schema.getProperties() == null) {
      return;
    }
    schema
        .getProperties()
        .forEach(
            (name, member) -> {
              if (member.getRef() == null && member.getExample() == null) {
                OpenApiExamples.of(name, member).ifPresent(member::setExample);
              }
            });
  }

  /** Every resource names its tag; they are listed once, as the application describes them. */
  private static void tags(OpenAPI document) {
    Map<String, Tag> tags = new LinkedHashMap<>();
    if (document.getTags() != null) {
      for (Tag tag : document.getTags()) {
        tags.merge(tag.getName(), tag, (one, two) -> one.getDescription() == null ? two : one);
      }
      document.setTags(new ArrayList<>(tags.values()));
    }
  }
}
