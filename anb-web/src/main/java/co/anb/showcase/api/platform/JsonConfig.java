package co.anb.showcase.api.platform;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** JSON with names in snake_case; what a type does not declare nillable is left out when null. */
@Provider
public class JsonConfig implements ContextResolver<Jsonb> {

  private final Jsonb jsonb = create();

  /** JSON as everywhere in this interface; safe for use by many threads. */
  public static Jsonb create() {
    return JsonbBuilder.create(
        new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withPropertyVisibilityStrategy(new Fields()));
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /**
   * Records are read by their fields: Yasson's support of record accessors lies in a multi-release
   * part of its jar, which the server's module system does not look into.
   */
  private static final class Fields implements PropertyVisibilityStrategy {

    @Override
    public boolean isVisible(Field field) {
      return true;
    }

    @Override
    public boolean isVisible(Method method) {
      return false;
    }
  }
}
