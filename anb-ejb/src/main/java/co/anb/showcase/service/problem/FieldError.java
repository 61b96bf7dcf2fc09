package co.anb.showcase.service.problem;

/**
 * What is wrong with one field.
 *
 * @param field its name as the client sent it
 * @param code stable; also the key of its words in the bundles
 * @param subject what its words name, such as a codec; may be empty
 */
public record FieldError(String field, String code, String subject) {

  /** An error whose words name nothing. */
  public FieldError(String field, String code) {
    this(field, code, "");
  }
}
