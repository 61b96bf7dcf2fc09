package co.anb.showcase.service.jury;

import java.time.Instant;
import java.util.UUID;

/**
 * A former juror whose submitted sheets still count.
 *
 * @param name first and last name; null if the account was deleted
 * @param submitted sheets, those of clips that are not public and those in a conflict included
 * @param lastSubmittedAt when the last of them was handed in
 */
public record FormerJuror(UUID jurorId, String name, long submitted, Instant lastSubmittedAt) {}
