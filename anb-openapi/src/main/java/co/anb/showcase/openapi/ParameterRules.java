package co.anb.showcase.openapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Types of parameters by their names, which mean the same everywhere. Resources take all of them as
 * text, to refuse in the product's own form what cannot be read.
 */
final class ParameterRules {

  private static final Set<String> NUMBERS =
      Set.of("limit", "offset", "page", "page_size", "version", "account_age_minutes");
  private static final Set<String> IDS = Set.of("id", "player", "juror", "video");
  private static final Set<String> TIMES = Set.of("from", "to");
  private static final BigDecimal MAX_LIMIT = BigDecimal.valueOf(100);

  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "limit", "At most so many: 1 to 100, by default 50",
          "offset", "Leave so many out: from 0, by default 0");

  private ParameterRules() {}

  /** Completes a parameter; what an annotation says of it stays. */
  static void apply(Parameter parameter) {
    String name = parameter.getName();
    if (parameter.getDescription() == null) {
      Optional.ofNullable(DESCRIPTIONS.get(name)).ifPresent(parameter::setDescription);
    }
    Schema schema = parameter.getSchema();
    if (schema == null || isPlainText(schema)) {
      parameter.setSchema(schema(name));
    }
  }

  private static boolean isPlainText(Schema schema) {
    return schema.getRef() == null
        && schema.getType() == SchemaType.STRING
        && schema.getFormat() == null
        && schema.getEnumeration() == null;
  }

  private static Schema schema(String name) {
    Schema schema = OASFactory.createSchema().type(SchemaType.STRING);
    if (NUMBERS.contains(name)) {
      schema.setType(SchemaType.INTEGER);
      schema.setFormat("int32");
      bounds(name, schema);
    } else if (IDS.contains(name) || name.endsWith("_id")) {
      schema.setFormat("uuid");
    } else if (TIMES.contains(name)) {
      schema.setFormat("date-time");
    }
    return schema;
  }

  private static void bounds(String name, Schema schema) {
    if (name.equals("limit")) {
      schema.setMinimum(BigDecimal.ONE);
      schema.setMaximum(MAX_LIMIT);
    } else if (name.equals("offset")) {
      schema.setMinimum(BigDecimal.ZERO);
    }
  }
}
