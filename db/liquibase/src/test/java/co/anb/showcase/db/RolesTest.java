package co.anb.showcase.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the roles of web servers and workers may do with the database, and what nobody lets them.
 */
class RolesTest {

  private static final String REFUSED = "42501";
  private static final String RESTRICTED = "23001";

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    install("contest", "anb");
    Schema.migrate(as("anb", "contest"));
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  /** As the handbook has it: roles by the administrator, and an owner who is no superuser. */
  private static void install(String database, String owner) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of(owner, "anb_web", "anb_worker")) {
        statement.execute(
            "do $$ begin create role %s login; exception when duplicate_object then null; end $$"
                .formatted(role));
      }
      statement.execute("create database %s owner %s".formatted(database, owner));
    }
  }

  private static DataSource as(String user, String database) {
    var source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(user);
    return source;
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  private static void run(String user, String... commands) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("contest"), user, "");
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static String value(String query) throws SQLException {
    return value("anb", "contest", query);
  }

  private static String value(String user, String database, String query) throws SQLException {
    try (Connection connection = as(user, database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void assertRefused(String user, String... commands) {
    assertThatThrownBy(() -> run(user, commands))
        .as(String.join("; ", commands))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo(REFUSED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit_entry", "vote_event", "trail_seal", "contest_result"})
  void trailsOnlyGrow(String table) throws SQLException {
    for (String user : List.of("anb_web", "anb_worker")) {
      assertRefused(user, "alter table " + table + " disable trigger user");
      assertRefused(user, "alter table " + table + " disable trigger all");
      assertRefused(user, "delete from " + table);
      assertRefused(user, "truncate " + table);
      assertRefused(user, "truncate " + table + " cascade");
      assertRefused(user, "drop table " + table);
      assertRefused(user, "alter table " + table + " add column mine text");
      assertRefused(user, "alter table " + table + " owner to " + user);
      assertRefused(user, "create rule mine as on update to " + table + " do instead nothing");
      assertRefused(user, "begin", "lock table " + table + " in access exclusive mode");
    }
    for (String column : columns(table)) {
      assertRefused("anb_web", "update %s set %s = default".formatted(table, column));
    }
    run("anb_web", "select count(*) from " + table);
    assertRefused("anb_worker", "select count(*) from " + table);
  }

  private static List<String> columns(String table) throws SQLException {
    String names =
        value(
            ("select string_agg(column_name, ',') from information_schema.columns"
                    + " where table_schema = 'public' and table_name = '%s'")
                .formatted(table));
    assertThat(names).isNotBlank();
    return List.of(names.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop trigger vote_event_append_only on vote_event",
        "drop trigger audit_entry_append_only on audit_entry",
        "alter trigger vote_event_append_only on vote_event rename to gone",
        "create trigger mine before insert on vote_event for each row execute function"
            + " vote_event_guard()",
        "create or replace function vote_event_guard() returns trigger language plpgsql as"
            + " $$ begin return new; end $$",
        "create or replace function refuse_change() returns trigger language plpgsql as"
            + " $$ begin return null; end $$",
        "alter function erase_voter(uuid) security invoker",
        "drop function refuse_change()",
        "create function mine() returns int language sql as 'select 1'",
        "create table mine (id int)",
        "set session_replication_role = replica",
        "alter role current_user superuser",
        "set role anb",
        "set session authorization anb",
        "grant anb to current_user",
        "alter database contest set session_replication_role = replica",
        "insert into vote_event (id, at, kind, video_id, voter_id) overriding system value values"
            + " (1, now(), 'CAST', gen_random_uuid(), gen_random_uuid())",
        "insert into audit_entry (number, id, at, action, subject_type, subject_id) overriding"
            + " system value values (1, gen_random_uuid(), now(), 'a', 'b', 'c')",
        "update vote set voter_id = gen_random_uuid()",
        "insert into vote_delta (video_id, delta) values (gen_random_uuid(), 100)",
        "select setval(pg_get_serial_sequence('vote_event', 'id'), 1)",
        "update databasechangelog set md5sum = null",
        "delete from databasechangelog"
      })
  void nobodyButTheOwnerChangesTheSchema(String command) {
    assertRefused("anb_web", command);
    assertRefused("anb_worker", command);
  }

  @Test
  void noSettingOpensTheTrail() throws SQLException {
    UUID voter = UUID.randomUUID();
    cast(UUID.randomUUID(), voter);
    String update = "update vote_event set voter_id = gen_random_uuid(), network_hash = null";

    assertRefused("anb_web", "set anb.erasing = 'on'", update);
    assertRefused("anb_web", "begin", "select set_config('anb.erasing', 'on', true)", update);
    // Nor for the owner: only the form of an erasure passes.
    assertThatThrownBy(
            () -> run("anb", "set anb.erasing = 'on'", "update vote_event set reason = 'x'"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(RESTRICTED));
    assertThatThrownBy(
            () -> run("anb", "update vote_event set voter_id = gen_random_uuid() where id = 1"))
        .hasMessageContaining("only ever added to");
    assertThat(value("select count(*) from vote_event where voter_id = '%s'".formatted(voter)))
        .isEqualTo("1");
  }

  @Test
  void aVoteIsNeverGivenToAnAccount() throws SQLException {
    UUID somebody = account();
    cast(UUID.randomUUID(), UUID.randomUUID());

    assertThatThrownBy(
            () ->
                run(
                    "anb",
                    "update vote_event set voter_id = '%s', address_hash = null, network_hash ="
                            .formatted(somebody)
                        + " null, agent_hash = null"))
        .hasMessageContaining("only ever added to");
  }

  @Test
  void erasingUnlinksADeletedPersonAndNothingElse() throws SQLException {
    UUID voter = account();
    UUID other = account();
    UUID clip = clip();
    for (UUID each : List.of(voter, other)) {
      run(
          "anb_web",
          "insert into vote (video_id, voter_id, cast_at) values ('%s', '%s', now())"
              .formatted(clip, each));
      cast(clip, each);
    }
    String rest =
        "select string_agg(concat_ws(',', id, at, kind, video_id, actor_id, reason), ';' order by"
            + " id) from vote_event";
    String before = value(rest);
    String others = "select md5(string_agg(e::text, ';')) from vote_event e where voter_id = '%s'";
    String untouched = value(others.formatted(other));

    assertThatThrownBy(() -> run("anb_web", "select erase_voter('%s')".formatted(voter)))
        .hasMessageContaining("is not deleted");
    assertRefused("anb_worker", "select erase_voter('%s')".formatted(voter));

    run("anb_web", "delete from account where id = '%s'".formatted(voter));
    String erased = value("anb_web", "contest", "select erase_voter('%s')".formatted(voter));

    assertThat(erased).isEqualTo("1");
    assertThat(value(rest)).isEqualTo(before);
    assertThat(value(others.formatted(other))).isEqualTo(untouched);
    assertThat(
            value(
                "select count(*) from vote_event e join vote v using (video_id, voter_id)"
                    + " where video_id = '%s' and network_hash is null".formatted(clip)))
        .as("vote and event have the same new id, and no hash is left")
        .isEqualTo("1");
    for (String table : List.of("vote", "vote_event")) {
      assertThat(value("select count(*) from %s where voter_id = '%s'".formatted(table, voter)))
          .isEqualTo("0");
    }
  }

  /** Its tables are found by their full names, whatever a session puts before them. */
  @Test
  void aSessionsOwnTablesStandInForNoneOfTheProducts() throws SQLException {
    UUID voter = account();
    UUID clip = clip();
    run(
        "anb_web",
        "create temp table account (id uuid)",
        "create temp table vote_delta (video_id uuid, delta int)",
        "insert into public.vote (video_id, voter_id, cast_at) values ('%s', '%s', now())"
            .formatted(clip, voter));

    assertThat(
            value(
                "select count(*) from vote_delta where delta = 1 and video_id = '%s'"
                    .formatted(clip)))
        .isEqualTo("1");
    assertThatThrownBy(
            () ->
                run(
                    "anb_web",
                    "create temp table account (id uuid)",
                    "select erase_voter('%s')".formatted(voter)))
        .hasMessageContaining("is not deleted");
  }

  @Test
  void theWorkerSeesNobodysAccountAndPublishesItsClip() throws SQLException {
    UUID clip = clip();
    run(
        "anb_worker",
        "update video set status = 'PROCESSED', processed_at = now(), published_at = now(),"
            + " duration_ms = 1, failure_code = null where id = '%s'".formatted(clip));

    assertThat(value("select count(*) from vote_delta where video_id = '%s'".formatted(clip)))
        .as("the ranking gets to know of it")
        .isNotEqualTo("0");
    for (String table : List.of("account", "vote", "account_session", "second_factor")) {
      assertRefused("anb_worker", "select count(*) from " + table);
    }
    assertRefused("anb_worker", "update video set title = 'mine'");
    assertRefused("anb_worker", "update contest set voting_closes = now()");
    assertRefused("anb_worker", "delete from video");
  }

  /** A table that a trigger keeps from changing is kept so by rights, too. */
  @Test
  void everyTableThatOnlyGrowsIsKeptByRightsToo() throws SQLException {
    String open =
        """
        select string_agg(distinct c.relname, ', ')
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgfoid in ('refuse_change'::regproc, 'vote_event_guard'::regproc)
          and (has_any_column_privilege('%1$s', c.oid, 'update')
               or has_table_privilege('%1$s', c.oid, 'delete, truncate, trigger, references'))
        """;
    assertThat(value(open.formatted("anb_web"))).isNull();
    assertThat(value(open.formatted("anb_worker"))).isNull();
  }

  /** The upgrade of a site where everything connects as one user who may make no roles. */
  @Test
  void aSiteOfOneUserGoesOnAndIsSwitchedLater() throws Exception {
    try (EmbeddedPostgres old = EmbeddedPostgres.start()) {
      try (Connection connection = old.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create role anb login");
        statement.execute("create database site owner anb");
      }
      // As an extension of the administrator's may; the owner has no right to it, nor gives any.
      try (Connection connection = old.getDatabase("postgres", "site").getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create table public.somebody_elses (id int)");
        statement.execute("create sequence public.somebody_elses_number");
      }
      var owner = new PGSimpleDataSource();
      owner.setUrl("jdbc:postgresql://127.0.0.1:%d/site".formatted(old.getPort()));
      owner.setUser("anb");
      Schema.migrate(owner, Schema.changes().indexOf("0090-erasing"));
      fill(owner);

      Schema.migrate(owner);

      assertThat(Schema.missingRoles(owner)).containsExactly("anb_web", "anb_worker");
      assertThat(rows(owner)).isEqualTo("2 1 1 1");
      // The release before erases in this way, with the setting; it still runs on one server.
      try (Connection connection = owner.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("select set_config('anb.erasing', 'on', true)");
        statement.execute(
            "update vote_event set voter_id = gen_random_uuid(), address_hash = null,"
                + " network_hash = null, agent_hash = null");
        connection.rollback();
      }

      try (Connection connection = old.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create role anb_web login");
        statement.execute("create role anb_worker login");
      }
      Schema.migrate(owner);

      assertThat(Schema.missingRoles(owner)).isEmpty();
      var web = new PGSimpleDataSource();
      web.setUrl(owner.getUrl());
      web.setUser("anb_web");
      assertThat(rows(web)).isEqualTo("2 1 1 1");
      Schema.rollback(owner, Schema.changes().size() - Schema.changes().indexOf("0090-erasing"));
      assertThat(rows(web)).isEqualTo("2 1 1 1");
    }
  }

  @Test
  void whoMayMakeRolesMakesThemAndNobodySignsInAsThem() throws Exception {
    try (EmbeddedPostgres fresh = EmbeddedPostgres.start()) {
      DataSource database = fresh.getPostgresDatabase();
      Schema.migrate(database);
      assertThat(Schema.missingRoles(database)).isEmpty();
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet logins =
              statement.executeQuery(
                  "select count(*) from pg_roles where rolname like 'anb\\_%' and rolcanlogin")) {
        logins.next();
        assertThat(logins.getInt(1)).isZero();
      }
    }
  }

  private static void fill(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        statement.execute(accountSql(UUID.randomUUID()));
      }
      statement.execute(
          "insert into vote_event (at, kind, video_id, voter_id, network_hash)"
              + " select now(), 'CAST', gen_random_uuid(), id, '\\x01' from account limit 1");
      statement.execute(
          "insert into audit_entry (id, at, action, subject_type, subject_id)"
              + " values (gen_random_uuid(), now(), 'a', 'b', 'c')");
      statement.execute(
          "insert into trail_seal values ('VOTES', 1, '{1}', repeat('x', 32)::bytea, now(), 'h')");
    }
  }

  private static String rows(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select concat_ws(' ', (select count(*) from account), (select count(*) from"
                    + " vote_event), (select count(*) from audit_entry), (select count(*) from"
                    + " trail_seal))")) {
      row.next();
      return row.getString(1);
    }
  }

  private static UUID account() throws SQLException {
    UUID id = UUID.randomUUID();
    run("anb_web", accountSql(id));
    return id;
  }

  private static String accountSql(UUID id) {
    return ("insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values ('%1$s', '%1$s@example.org', 'x', 'Ana', 'Ruiz',"
            + " 'Cali', 'cali', 'Colombia', 'PLAYER', now())")
        .formatted(id);
  }

  private static UUID clip() throws SQLException {
    UUID id = UUID.randomUUID();
    run(
        "anb_web",
        "insert into video (id, owner_id, title, status, uploaded_at, source_bytes,"
            + " source_duration_ms, source_width, source_height)"
            + " values ('%s', '%s', 'A dunk', 'UPLOADED', now(), 1, 1, 1, 1)"
                .formatted(id, account()));
    return id;
  }

  private static void cast(UUID clip, UUID voter) throws SQLException {
    run(
        "anb_web",
        "insert into vote_event (at, kind, video_id, voter_id, network_hash)"
            + " values (now(), 'CAST', '%s', '%s', '\\x01')".formatted(clip, voter));
  }
}
