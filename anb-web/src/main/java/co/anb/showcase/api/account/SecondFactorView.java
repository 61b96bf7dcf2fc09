package co.anb.showcase.api.account;

import co.anb.showcase.api.platform.Times;
import co.anb.showcase.service.account.FactorState;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the account stands with its second factor.
 *
 * @param required Whether the account's role needs one
 * @param since When it was confirmed; null: sign-ins ask for no code
 * @param recoveryCodesLeft Not used yet
 */
@JsonbNillable
public record SecondFactorView(
    boolean required, @Schema(nullable = true) Instant since, long recoveryCodesLeft) {

  static SecondFactorView of(FactorState state) {
    return new SecondFactorView(
        state.required(), Times.shown(state.since()), state.recoveryCodesLeft());
  }
}
