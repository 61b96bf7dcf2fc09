package co.anb.showcase.service.problem;

/**
 * What is wrong with one field.
 *
 * @param field its name as the client sent it
 * @param code stable; also the key of its words in the bundles
 */
public record FieldError(String field, String code) {}
