package co.anb.showcase.api.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.service.problem.ContractTexts;
import java.util.UUID;

/** A new account. */
public record SignupView(
    String message,
    String detail,
    UUID userId,
    String email,
    String firstName,
    String lastName,
    String city,
    String country) {

  static SignupView of(Account account) {
    return new SignupView(
        ContractTexts.SIGNED_UP,
        "User created successfully",
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country());
  }
}
