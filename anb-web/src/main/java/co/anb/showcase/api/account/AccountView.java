package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.Account;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account as its owner sees it.
 *
 * @param role player, juror or admin
 * @param restricted whether the account may do nothing before it is protected: with a longer
 *     password, or a second factor
 */
@JsonbNillable
public record AccountView(
    UUID userId,
    String email,
    String firstName,
    String lastName,
    String city,
    String country,
    String role,
    @Schema(nullable = true) String avatarUrl,
    Instant createdAt,
    boolean restricted) {

  static AccountView of(Account account, boolean restricted, Links links) {
    return new AccountView(
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country(),
        account.role().name().toLowerCase(Locale.ROOT),
        links.avatar(account.id(), account.avatarAt()),
        Times.shown(account.createdAt()),
        restricted);
  }
}
