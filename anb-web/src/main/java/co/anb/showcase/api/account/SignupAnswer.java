package co.anb.showcase.api.account;

import co.anb.showcase.domain.account.Account;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account. */
public record SignupAnswer(
    @Schema(name = "message") String message,
    @Schema(name = "detail") String detail,
    @Schema(name = "user_id", implementation = String.class, format = "uuid") UUID userId,
    @Schema(name = "email") String email,
    @Schema(name = "first_name") String firstName,
    @Schema(name = "last_name") String lastName,
    @Schema(name = "city") String city,
    @Schema(name = "country") String country) {

  static SignupAnswer of(Account account) {
    return new SignupAnswer(
        "Usuario creado exitosamente.",
        "User created successfully",
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country());
  }
}
