package co.anb.showcase.api.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives the members of the OpenAPI document's schemas the names that they have in JSON. */
public class JsonNames implements OASFilter {

  @Override
  public Schema filterSchema(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      Map<String, Schema> renamed = new LinkedHashMap<>();
      properties.forEach((name, property) -> renamed.put(snakeCase(name), property));
      schema.setProperties(renamed);
    }
    List<String> required = schema.getRequired();
    if (required != null) {
      schema.setRequired(new ArrayList<>(required.stream().map(JsonNames::snakeCase).toList()));
    }
    return schema;
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
