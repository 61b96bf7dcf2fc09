package co.anb.showcase.bench;

import co.anb.showcase.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills the database of a stack, and looks into it. */
final class ApiData {

  private static final String ACCOUNTS =
      """
      insert into account (id, email, password_hash, first_name, last_name, city, city_key, country,
                           role, created_at)
      select gen_random_uuid(), 'carga-' || n || '@anb.example', '-',
             (array['Ana', 'Luis', 'Camila', 'Mateo', 'Sara', 'Juan', 'Valeria', 'Andrés'])[1 + n %% 8],
             'Jugadora ' || n, c.name, c.city_key, 'Colombia', 'PLAYER',
             now() - make_interval(days => 30)
      from generate_series(1, %d) n
      join (select name, city_key, row_number() over (order by city_key) - 1 as number,
                   count(*) over () as cities from city) c on c.number = n %% c.cities
      """;

  /** Clip n belongs to player n; every fifth player has another one. */
  private static final String VIDEOS =
      """
      insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,
                         source_bytes, source_duration_ms, source_width, source_height, duration_ms)
      select gen_random_uuid(), a.id, 'Mi mejor jugada número ' || n, 'PROCESSED',
             now() - make_interval(mins => n), now() - make_interval(mins => n),
             now() - make_interval(mins => n), 40000000, 45000, 1920, 1080, 34000
      from generate_series(1, %1$d) n
      join (select id, row_number() over (order by email) as number
            from account where role = 'PLAYER') a
        on a.number = 1 + (n - 1) %% (%1$d * 5 / 6 + 1)
      """;

  /** A few clips have most of the votes; the voters are the accounts behind the players. */
  private static final String VOTES =
      """
      insert into vote (video_id, voter_id, cast_at)
      select v.id, a.id, now() - make_interval(secs => random() * 86400 * 20)
      from generate_series(1, %1$d) n
      cross join lateral (select 1 + floor(power(random(), 2) * %2$d)::int as video,
                                 1 + floor(random() * %3$d)::int as voter where n > 0) dice
      join (select id, row_number() over (order by id) as number from video) v
        on v.number = dice.video
      join (select id, row_number() over (order by id) as number from account) a
        on a.number = dice.voter
      on conflict do nothing
      """;

  private final LocalStack stack;

  ApiData(LocalStack stack) {
    this.stack = stack;
  }

  /** Makes so many accounts, clips and votes. */
  void fill(int accounts, int videos, int votes) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(ACCOUNTS.formatted(accounts));
      statement.executeUpdate(VIDEOS.formatted(videos));
      int missing = votes;
      while (missing > 0) {
        missing -= statement.executeUpdate(VOTES.formatted(missing, videos, accounts));
      }
      statement.execute("vacuum analyze");
    }
  }

  /** Adds people who have not voted yet, and says who they are. */
  List<UUID> newcomers(int count) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into account (id, email, password_hash, first_name, last_name, city,"
                    + " city_key, country, role, created_at) values (?, ?, '-', 'Fan', 'Nuevo',"
                    + " 'Cali', 'cali', 'Colombia', 'PLAYER', now() - interval '2 days')")) {
      for (int i = 0; i < count; i++) {
        UUID id = UUID.randomUUID();
        ids.add(id);
        insert.setObject(1, id);
        insert.setString(2, "fan-" + id + "@anb.example");
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return ids;
  }

  /** All clips, in no order. */
  List<UUID> videos() throws SQLException {
    return ids("select id from video");
  }

  /** Some players with clips. */
  List<UUID> players(int count) throws SQLException {
    return ids("select distinct owner_id from video limit " + count);
  }

  /** One number. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private List<UUID> ids(String sql) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
  }
}
