package co.anb.showcase.api.ranking;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The top of a ranking at one moment.
 *
 * @param city as the client wrote it; null for the whole country
 */
@JsonbNillable
public record LeaderboardView(
    @Schema(name = "city") String city,
    @Schema(name = "rows", type = SchemaType.ARRAY, implementation = LeaderView.class)
        List<LeaderView> rows) {}
