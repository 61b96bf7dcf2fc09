package co.anb.showcase.service.voting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Players, voters and votes in a real database, and the report's own statements on them. */
final class FraudScene {

  static final Instant BEGIN = Instant.parse("2026-06-01T08:00:00Z");

  private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)");

  private final Connection connection;

  FraudScene(Connection connection) {
    this.connection = connection;
  }

  /** A voter's account. */
  record Voter(UUID id, String network) {}

  /** A player's clip that is published. */
  record Clip(UUID id, UUID player) {}

  Voter voter(Instant created, String signupNetwork, String domain) throws SQLException {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into account (id, email, password_hash, first_name, last_name, city, city_key,
                             country, role, created_at, signup_network_hash)
        values (?, ?, 'x', 'A', 'B', 'Cali', 'cali', 'Colombia', 'PLAYER', ?, ?)
        """,
        id,
        id + "@" + domain,
        time(created),
        hash(signupNetwork));
    return new Voter(id, signupNetwork);
  }

  Clip clip() throws SQLException {
    Voter player = voter(BEGIN.minus(Duration.ofDays(10)), "player", "gmail.com");
    UUID id = UUID.randomUUID();
    run(
        """
        insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,
                           source_bytes, source_duration_ms, source_width, source_height,
                           duration_ms)
        values (?, ?, 'Clip', 'PROCESSED', ?, ?, ?, 1, 30000, 1920, 1080, 30000)
        """,
        id,
        player.id(),
        time(BEGIN),
        time(BEGIN),
        time(BEGIN));
    return new Clip(id, player.id());
  }

  void vote(Clip clip, Voter voter, Instant at, String network, String address, String agent)
      throws SQLException {
    run(
        "insert into vote (video_id, voter_id, cast_at) values (?, ?, ?)",
        clip.id(),
        voter.id(),
        time(at));
    run(
        """
        insert into vote_event (at, kind, video_id, voter_id, network_hash, address_hash, agent_hash)
        values (?, 'CAST', ?, ?, ?, ?, ?)
        """,
        time(at),
        clip.id(),
        voter.id(),
        hash(network),
        hash(address),
        hash(agent));
  }

  /** A flag: its kind, and the player or the account that it is about; null if it is about many. */
  record Found(FraudKind kind, UUID player, UUID voter, String network) {}

  List<Found> flags(FraudKind kind) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    values.put("from", time(BEGIN.minus(Duration.ofDays(1))));
    values.put("to", time(BEGIN.plus(Duration.ofDays(29))));
    values.put("least", kind.defaultVotes());
    values.put("voters", kind.manyVoters() ? kind.defaultVotes() : 1);
    values.put("span", (double) kind.defaultSeconds());
    values.put("limit", 1_000);
    values.put("age", 30);
    values.put("percent", 40);
    values.put("common", "gmail.com,hotmail.com,outlook.com,yahoo.com");
    Matcher parameters = PARAMETER.matcher(FraudQuery.of(kind));
    List<Object> bound = new ArrayList<>();
    String sql =
        parameters.replaceAll(
            found -> {
              bound.add(values.get(found.group(1)));
              return "?";
            });
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < bound.size(); i++) {
        statement.setObject(i + 1, bound.get(i));
      }
      List<Found> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Found(
                  kind,
                  rows.getObject(6, UUID.class),
                  rows.getObject(8, UUID.class),
                  rows.getString(1)));
        }
      }
      return found;
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static byte[] hash(String text) {
    byte[] full =
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
            .toString()
            .getBytes(StandardCharsets.US_ASCII);
    return java.util.Arrays.copyOf(full, 16);
  }

  private static OffsetDateTime time(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
