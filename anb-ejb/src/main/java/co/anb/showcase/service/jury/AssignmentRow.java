package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.jury.AssignedClip;

/**
 * An assignment as administrators see it.
 *
 * @param juror null if the account was deleted
 */
public record AssignmentRow(AssignedClip clip, Account juror, Account player) {}
