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
 * An account as administrators see it.
 *
 * @param role player, juror or admin
 */
@JsonbNillable
public record ManagedAccountView(
    UUID userId,
    String email,
    String firstName,
    String lastName,
    String city,
    String country,
    String role,
    @Schema(nullable = true) String avatarUrl,
    Instant createdAt,
    @Schema(nullable = true) Instant disabledAt) {

  static ManagedAccountView of(Account account, Links links) {
    return new ManagedAccountView(
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country(),
        account.role().name().toLowerCase(Locale.ROOT),
        links.avatar(account.id(), account.avatarAt()),
        Times.shown(account.createdAt()),
        Times.shown(account.disabledAt().orElse(null)));
  }
}
