package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.DeadTask;

/**
 * A task that was given up.
 *
 * @param waiting whether its clip still waits for somebody to act
 */
public record DeadLetter(DeadTask task, boolean waiting) {}
