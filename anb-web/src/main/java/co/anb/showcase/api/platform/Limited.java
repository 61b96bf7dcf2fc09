package co.anb.showcase.api.platform;

import co.anb.showcase.service.limit.Activity;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint may be called only so often by an account, and from an address; for methods. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Limited {

  /** Which limit counts. */
  Activity value();
}
