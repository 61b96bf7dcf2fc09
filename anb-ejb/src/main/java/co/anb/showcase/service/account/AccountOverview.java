package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;

/**
 * An account, with how much it has.
 *
 * @param clips published or not
 * @param votes that it has cast
 * @param sessions that are open
 * @param secondFactor whether every sign-in asks for a code
 */
public record AccountOverview(
    Account account, long clips, long votes, long sessions, boolean secondFactor) {}
