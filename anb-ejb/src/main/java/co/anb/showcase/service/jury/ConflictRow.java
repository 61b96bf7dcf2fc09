package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.jury.Conflict;

/** A conflict with those whom it concerns. */
public record ConflictRow(Conflict conflict, Account juror, Account player) {}
