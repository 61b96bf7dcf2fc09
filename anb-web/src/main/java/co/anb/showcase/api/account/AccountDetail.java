package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.service.account.AccountOverview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as administrators see it, with how much it has. */
public record AccountDetail(
    @Schema(name = "account") ManagedAccount account,
    @Schema(name = "clips") long clips,
    @Schema(name = "votes", description = "Cast by the account") long votes,
    @Schema(name = "sessions", description = "Open") long sessions) {

  static AccountDetail of(AccountOverview overview, Links links) {
    return new AccountDetail(
        ManagedAccount.of(overview.account(), links),
        overview.clips(),
        overview.votes(),
        overview.sessions());
  }
}
