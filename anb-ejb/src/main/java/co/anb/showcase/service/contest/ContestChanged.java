package co.anb.showcase.service.contest;

/** Fired when the contest's row has changed; observers hear of it after the commit. */
public record ContestChanged() {}
