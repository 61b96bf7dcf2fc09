package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.Account;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** An account as its owner sees it. */
public record AccountView(
    UUID userId,
    String email,
    String firstName,
    String lastName,
    String city,
    String country,
    String role,
    Instant createdAt) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country(),
        account.role().name().toLowerCase(Locale.ROOT),
        Times.shown(account.createdAt()));
  }
}
