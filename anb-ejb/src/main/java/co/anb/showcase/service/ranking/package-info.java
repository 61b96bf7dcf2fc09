/**
 * The ranking, of the country and of a city.
 *
 * <p>No request counts votes. Triggers record every change in {@code vote_delta}; {@link
 * co.anb.showcase.service.ranking.Tally} folds these deltas into {@code video_tally} several times
 * a second, on one server at a time; every server's {@link
 * co.anb.showcase.service.ranking.Scoreboard} fetches what changed and keeps the {@link
 * co.anb.showcase.service.ranking.Standings} in memory.
 */
package co.anb.showcase.service.ranking;
