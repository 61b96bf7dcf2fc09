package co.anb.showcase.service.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * An attempt to sign in, as {@link LoginLimits} counted it.
 *
 * @param account whose password is tried
 * @param origin whose failures it counts against: a network's or a known device's
 * @param countedAgainstAll whether it counts against what all networks have together
 * @param retryAfter if they have nothing left together: until when, in whole seconds
 */
public record LoginAttempt(
    String account, String origin, boolean countedAgainstAll, Optional<Duration> retryAfter) {}
