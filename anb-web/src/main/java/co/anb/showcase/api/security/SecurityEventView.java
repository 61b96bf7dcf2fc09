package co.anb.showcase.api.security;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.security.SecurityEventRow;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A security event; what is not known is null.
 *
 * @param kind sign_in, refresh, sign_out, sign_out_all, password_change, role_change, disable or
 *     enable
 * @param outcome done, refused, throttled, disabled or reused
 * @param accountId whom it is about; null if there is no such account
 * @param accountName null also if the account is gone
 * @param actorId the administrator; null if it was the person
 * @param network keyed hash of the network, equal for equal networks
 */
@JsonbNillable
public record SecurityEventView(
    UUID id,
    Instant at,
    String kind,
    String outcome,
    UUID accountId,
    String accountName,
    UUID actorId,
    String network) {

  static SecurityEventView of(SecurityEventRow event) {
    return new SecurityEventView(
        event.id(),
        Times.shown(event.at()),
        event.kind().name().toLowerCase(Locale.ROOT),
        event.outcome().name().toLowerCase(Locale.ROOT),
        event.accountId(),
        event.accountName(),
        event.actorId(),
        event.network());
  }
}
