package co.anb.showcase.api.problem;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal in the form of RFC 9457.
 *
 * @param message for people, translated
 * @param detail for programs, never translated
 * @param proofOfWork work that makes the same request acceptable at once; only with the code
 *     proof_of_work_required
 */
@Schema
public record Problem(
    String type,
    String title,
    int status,
    String instance,
    String code,
    String message,
    String detail,
    List<FieldProblem> errors,
    @Schema(nullable = true) WorkProblem proofOfWork) {

  /** The media type it is sent with. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field. */
  public record FieldProblem(String field, String code, String message) {}

  /**
   * Find a decimal counter such that the SHA-256 of "challenge.counter" begins with so many zero
   * bits, and send "challenge.counter" as proof.
   *
   * @param challenge good for five minutes, once
   */
  public record WorkProblem(String challenge, int bits) {}

  static Problem of(ProblemCode code, Locale locale, String instance) {
    return of(new ProblemException(code), locale, instance);
  }

  static Problem of(ProblemException refusal, Locale locale, String instance) {
    ProblemCode code = refusal.code();
    return new Problem(
        "urn:anb:problem:" + code.code(),
        title(code.status()),
        code.status(),
        instance,
        code.code(),
        Messages.text("problem." + code.code(), locale),
        refusal.detail(),
        refusal.errors().stream()
            .map(
                error ->
                    new FieldProblem(
                        error.field(),
                        error.code(),
                        Messages.text("field." + error.code(), locale)
                            .replace("{0}", error.subject())))
            .toList(),
        refusal
            .proof()
            .map(proof -> new WorkProblem(proof.challenge(), proof.bits()))
            .orElse(null));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Range Not Satisfiable";
      case 423 -> "Locked";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }

  /** The JSON form; written here, so that it does not depend on what failed. */
  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("instance", instance)
            .add("code", code)
            .add("message", message)
            .add("detail", detail);
    if (!errors.isEmpty()) {
      JsonArrayBuilder fields = Json.createArrayBuilder();
      for (FieldProblem error : errors) {
        fields.add(
            Json.createObjectBuilder()
                .add("field", error.field())
                .add("code", error.code())
                .add("message", error.message()));
      }
      json.add("errors", fields);
    }
    if (proofOfWork != null) {
      json.add(
          "proof_of_work",
          Json.createObjectBuilder()
              .add("challenge", proofOfWork.challenge())
              .add("bits", proofOfWork.bits()));
    }
    return json.build().toString();
  }
}
