/**
 * Who leads, in the country and in a city.
 *
 * <p>Votes are not counted when somebody asks. Triggers note every change in {@code vote_delta};
 * {@link co.anb.showcase.service.ranking.Tally} folds the notes into {@code video_tally} several
 * times a second, on one server at a time; every server's {@link
 * co.anb.showcase.service.ranking.Scoreboard} fetches what changed and keeps the {@link
 * co.anb.showcase.service.ranking.Standings} in memory.
 */
package co.anb.showcase.service.ranking;
