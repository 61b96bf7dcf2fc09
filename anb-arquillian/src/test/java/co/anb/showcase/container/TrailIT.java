package co.anb.showcase.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.anb.showcase.service.trail.SettledKeys;
import co.anb.showcase.service.trail.Trail;
import co.anb.showcase.service.trail.TrailReport;
import co.anb.showcase.service.trail.TrailSeals;
import co.anb.showcase.service.trail.VoteReconciliation;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Changes that the owner of the database makes to the trails are found. The timer seals here as
 * well; each test repairs what it has spoilt.
 */
@ExtendWith(ArquillianExtension.class)
class TrailIT {

  @Inject private TrailSeals seals;
  @Inject private VoteReconciliation votes;
  @Inject private Database database;
  @Resource private UserTransaction transaction;

  private UUID video;
  private UUID voter;

  @Deployment
  static WebArchive application() {
    return Application.named("trail");
  }

  @BeforeEach
  void vote() throws SQLException {
    voter = database.account();
    video = database.video(database.account());
    cast(voter, "'\\x01'");
    database.execute(
        "insert into audit_entry (id, at, action, subject_type, subject_id, reason)"
            + " values ('%s', now(), 'video.reject', 'video', '%s', 'A reason')"
                .formatted(UUID.randomUUID(), video));
    sealed();
  }

  @Test
  void whatIsWrittenIsSealedByTheTimerAndIntact() throws SQLException {
    cast(UUID.randomUUID(), "'\\x04'");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> seals.verify(Trail.VOTES).unsealed() == 0);

    for (Trail trail : Trail.values()) {
      TrailReport report = seals.verify(trail);
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isPositive();
      assertThat(report.lastSeal()).hasSize(64);
    }
    assertThat(votes.difference().exists()).isFalse();
  }

  @Test
  void aChangedAuditEntryIsFound() throws SQLException {
    String reason = "update audit_entry set reason = '%s' where subject_id = '" + video + "'";
    behindTheTriggers(reason.formatted("Another reason"));

    assertThat(seals.verify(Trail.AUDIT).findings().toString()).contains("ENTRY_CHANGED");

    behindTheTriggers(reason.formatted("A reason"));
    assertThat(seals.verify(Trail.AUDIT).found()).isZero();
  }

  @Test
  void aVoteThatIsGivenToSomebodyElseIsFound() throws SQLException {
    UUID other = database.account();
    String give = "update vote_event set voter_id = '%s' where video_id = '" + video + "'";
    behindTheTriggers(give.formatted(other));

    assertThat(seals.verify(Trail.VOTES).findings().toString()).contains("ENTRY_CHANGED");
    assertThat(votes.difference().missing()).isEqualTo(1);
    assertThat(votes.difference().unexplained()).isEqualTo(1);

    behindTheTriggers(give.formatted(voter));
    assertThat(seals.verify(Trail.VOTES).found()).isZero();
  }

  @Test
  void aMissingAndAnInsertedEventAreFound() throws SQLException {
    String move = "update vote_event set id = id %s where video_id = '" + video + "'";
    behindTheTriggers(
        "alter table vote_event alter column id drop identity", move.formatted("- 1000000"));

    assertThat(seals.verify(Trail.VOTES).findings().toString())
        .contains("ENTRY_MISSING", "ENTRY_INSERTED")
        .doesNotContain("ENTRY_CHANGED");
    behindTheTriggers(
        move.formatted("+ 1000000"),
        "alter table vote_event alter column id add generated always as identity",
        "select setval(pg_get_serial_sequence('vote_event', 'id'), max(id)) from vote_event");
    assertThat(seals.verify(Trail.VOTES).found()).isZero();
  }

  @Test
  void sealsAreOnlyEverAddedTo() {
    for (String command :
        new String[] {
          "update trail_seal set number = number + 1",
          "delete from trail_seal",
          "truncate trail_seal"
        }) {
      assertThatThrownBy(() -> database.asOwner(command))
          .hasMessageContaining("only ever added to");
      assertThatThrownBy(() -> database.execute(command)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void aSealThatIsGoneIsFound() throws SQLException {
    cast(UUID.randomUUID(), "'\\x02'");
    sealed();
    behindTheTriggers(
        "create table kept as select * from trail_seal where trail = 'VOTES' and number = 1",
        "delete from trail_seal where trail = 'VOTES' and number = 1");

    assertThat(seals.verify(Trail.VOTES).findings().toString()).contains("SEAL_MISSING");

    behindTheTriggers("insert into trail_seal select * from kept", "drop table kept");
    assertThat(seals.verify(Trail.VOTES).found()).isZero();
  }

  /** As AccountDeletionService does it. */
  @Test
  void anErasedAccountLeavesTheTrailIntact() throws Exception {
    long before = seals.verify(Trail.VOTES).erased();
    transaction.begin();
    database.execute("delete from account where id = '%s'".formatted(voter));
    database.execute("select erase_voter('%s')".formatted(voter));
    transaction.commit();

    assertThat(seals.verify(Trail.VOTES).found()).isZero();
    assertThat(seals.verify(Trail.VOTES).erased()).isEqualTo(before + 1);
    assertThat(votes.difference().exists()).isFalse();
  }

  @Test
  void aVoteWithoutAnEventIsFound() throws SQLException {
    UUID forged = UUID.randomUUID();
    database.execute(
        "insert into vote (video_id, voter_id, cast_at) values ('%s', '%s', now())"
            .formatted(video, forged));

    assertThat(votes.difference().unexplained()).isEqualTo(1);

    database.execute("delete from vote where voter_id = '%s'".formatted(forged));
    assertThat(votes.difference().exists()).isFalse();
  }

  /** A key is not sealed over while a lower one may still come. */
  @Test
  void anEventThatIsCommittedLateIsNotLeftOut() throws Exception {
    var keys = new SettledKeys();
    transaction.begin();
    cast(UUID.randomUUID(), "'\\x03'");
    int late = database.count("select max(id) from vote_event");
    transaction.commit();
    for (int i = 0; i < 3; i++) {
      seals.settled(Trail.VOTES, keys);
    }

    assertThat(seals.settled(Trail.VOTES, keys)).isGreaterThanOrEqualTo(late);
    sealed();
    assertThat(seals.verify(Trail.VOTES).found()).isZero();
  }

  private void cast(UUID who, String hash) throws SQLException {
    database.execute(
        "insert into vote (video_id, voter_id, cast_at) values ('%s', '%s', now())"
            .formatted(video, who));
    database.execute(
        "insert into vote_event (at, kind, video_id, voter_id, network_hash)"
            + " values (now(), 'CAST', '%s', '%s', %s)".formatted(video, who, hash));
  }

  /** Seals as the timer does, without waiting for it. */
  private void sealed() {
    for (Trail trail : Trail.values()) {
      var keys = new SettledKeys();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                seals.seal(trail, seals.settled(trail, keys));
                return seals.verify(trail).unsealed() == 0;
              });
    }
  }

  private void behindTheTriggers(String... commands) throws SQLException {
    for (String table : new String[] {"audit_entry", "vote_event", "trail_seal"}) {
      database.asOwner("alter table " + table + " disable trigger user");
    }
    database.asOwner(commands);
    for (String table : new String[] {"audit_entry", "vote_event", "trail_seal"}) {
      database.asOwner("alter table " + table + " enable trigger user");
    }
  }
}
