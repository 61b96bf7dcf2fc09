package co.anb.showcase.openapi.sample;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As the product's: it may be called only so often. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {}
