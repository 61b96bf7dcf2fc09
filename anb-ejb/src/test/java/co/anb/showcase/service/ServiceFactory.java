package co.anb.showcase.service;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes services as the container would, without it: injected fields get what was given, or else a
 * service made in the same way. Settings are left at Java's defaults, a secret is any text.
 */
public final class ServiceFactory {

  private static final String SECRET = "a secret of tests alone";

  private final List<Object> given = new ArrayList<>();

  /** Uses an object wherever one of its type is injected. */
  public ServiceFactory with(Object object) {
    given.add(object);
    return this;
  }

  /** A service with all that it uses. */
  public <T> T make(Class<T> type) {
    return given.stream()
        .filter(type::isInstance)
        .findFirst()
        .map(type::cast)
        .orElseGet(() -> build(type));
  }

  private <T> T build(Class<T> type) {
    try {
      Constructor<?> constructor =
          Arrays.stream(type.getDeclaredConstructors())
              .filter(each -> each.isAnnotationPresent(Inject.class))
              .findFirst()
              .orElse(null);
      if (constructor == null) {
        constructor = type.getDeclaredConstructor();
      }
      constructor.setAccessible(true);
      Object[] arguments =
          Arrays.stream(constructor.getParameterTypes())
              .map(each -> each == String.class ? SECRET : make(each))
              .toArray();
      T service = type.cast(constructor.newInstance(arguments));
      given.add(service);
      for (Field field : type.getDeclaredFields()) {
        inject(service, field);
      }
      return service;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + type, e);
    }
  }

  private void inject(Object service, Field field) throws IllegalAccessException {
    boolean wanted =
        field.isAnnotationPresent(PersistenceContext.class)
            || (field.isAnnotationPresent(Inject.class)
                && !field.isAnnotationPresent(ConfigProperty.class));
    Class<?> type = field.getType();
    boolean known = given.stream().anyMatch(type::isInstance);
    if (wanted && (known || !Modifier.isAbstract(type.getModifiers()))) {
      field.setAccessible(true);
      field.set(service, make(type));
    }
  }
}
