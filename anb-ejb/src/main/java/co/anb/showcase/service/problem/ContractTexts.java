package co.anb.showcase.service.problem;

/**
 * The Spanish texts that the contest's public statement fixes word for word. Clients of earlier
 * systems compare with them, so they are the same in every language. Every other text for people is
 * in a resource bundle.
 */
public final class ContractTexts {

  /** The message of a sign-up. */
  public static final String SIGNED_UP = "Usuario creado exitosamente.";

  /** The message of an accepted upload. */
  public static final String UPLOADED = "Video subido correctamente. Procesamiento en curso.";

  /** The message of a deletion. */
  public static final String DELETED = "El video ha sido eliminado exitosamente.";

  /** The message of a vote. */
  public static final String VOTED = "Voto registrado exitosamente.";

  static final String ALREADY_VOTED = "Ya has votado por este video.";
  static final String NOT_PROCESSED = "El video aún no ha sido procesado.";
  static final String INVALID_PARAMETER = "Parámetro inválido en la consulta.";

  private ContractTexts() {}
}
