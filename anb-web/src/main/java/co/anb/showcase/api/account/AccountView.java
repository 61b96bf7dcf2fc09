package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.api.platform.Times;
import co.anb.showcase.domain.account.Account;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as its owner sees it. */
@JsonbNillable
public record AccountView(
    @Schema(name = "user_id", implementation = String.class, format = "uuid") UUID userId,
    @Schema(name = "email") String email,
    @Schema(name = "first_name") String firstName,
    @Schema(name = "last_name") String lastName,
    @Schema(name = "city") String city,
    @Schema(name = "country") String country,
    @Schema(name = "role", description = "player, juror or admin") String role,
    @Schema(name = "avatar_url", nullable = true) String avatarUrl,
    @Schema(name = "created_at", implementation = String.class, format = "date-time")
        Instant createdAt) {

  static AccountView of(Account account, Links links) {
    return new AccountView(
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.city(),
        account.country(),
        account.role().name().toLowerCase(Locale.ROOT),
        links.avatar(account.id(), account.avatarAt()),
        Times.shown(account.createdAt()));
  }
}
