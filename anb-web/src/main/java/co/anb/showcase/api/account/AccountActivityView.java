package co.anb.showcase.api.account;

import co.anb.showcase.api.media.Links;
import co.anb.showcase.service.account.AccountOverview;

/**
 * An account as administrators see it, with how much it has.
 *
 * @param votes Cast by the account
 * @param sessions Open
 * @param secondFactor Whether every sign-in asks for a code
 */
public record AccountActivityView(
    ManagedAccountView account, long clips, long votes, long sessions, boolean secondFactor) {

  static AccountActivityView of(AccountOverview overview, Links links) {
    return new AccountActivityView(
        ManagedAccountView.of(overview.account(), links),
        overview.clips(),
        overview.votes(),
        overview.sessions(),
        overview.secondFactor());
  }
}
