package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.DeadTask;

/**
 * A task that was given up.
 *
 * @param waiting whether its clip has still failed and can be replayed
 */
public record DeadLetter(DeadTask task, boolean waiting) {}
