package co.anb.showcase.api.ranking;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * The top of a ranking at one moment.
 *
 * @param city as the client wrote it; null for the whole country
 */
@JsonbNillable
public record LeaderboardView(String city, List<LeaderView> rows) {}
