package co.anb.showcase.service.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.jury.JudgingService;
import co.anb.showcase.service.jury.JuryScoreService;
import co.anb.showcase.service.moderation.ModeratedVideo;
import co.anb.showcase.service.moderation.ModerationQuery;
import co.anb.showcase.service.moderation.ModerationService;
import co.anb.showcase.service.moderation.ModerationState;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A player takes a public clip out of the contest, on a real database. */
class WithdrawalTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private VideoService videos;
  private UUID player;
  private UUID juror;
  private UUID clip;

  @BeforeEach
  void prepare() {
    videos = database.services().make(VideoService.class);
    player = database.account("Ana", "Cali", "PLAYER");
    juror = database.account("Eva", "Bello", "JUROR");
    clip = database.published(player, "A dunk", 10);
    UUID fan = database.account("Luz", "Bello", "PLAYER");
    database.sql(
        "insert into vote (video_id, voter_id, cast_at) values (?1, ?2, now())", clip, fan);
    UUID assignment = UUID.randomUUID();
    database.sql(
        "insert into jury_assignment (id, juror_id, video_id, number, created_at, created_by)"
            + " values (?1, ?2, ?3, 1, now(), ?2)",
        assignment,
        juror,
        clip);
    database.sql(
        "insert into jury_sheet (assignment_id, juror_id, video_id, version, saved_at,"
            + " submitted_at, total) values (?1, ?2, ?3, 1, now(), now(), 70)",
        assignment,
        juror,
        clip);
  }

  @Test
  void theClipIsGoneForPublicAndJuryAndItsVotesAndSheetsStay() {
    var scores = database.services().make(JuryScoreService.class);
    assertThat(scores.submitted()).hasSize(1);

    videos.withdraw(clip, player);
    database.flush();

    assertThat(videos.detail(clip, player).video().isPublished()).isFalse();
    assertThat(videos.detail(clip, player).video().isWithdrawn()).isTrue();
    assertThat(scores.submitted()).isEmpty();
    var judging = database.services().make(JudgingService.class);
    assertThat(judging.queue(juror, null, 10, 0).rows()).isEmpty();
    assertThat(count("vote where voided_at is null")).isEqualTo(1);
    assertThat(count("jury_sheet where submitted_at is not null")).isEqualTo(1);
  }

  @Test
  void itIsInTheTrailOnceAndAgainChangesNothing() {
    videos.withdraw(clip, player);
    videos.withdraw(clip, player);

    assertThat(count("audit_entry where action = 'video.withdraw'")).isEqualTo(1);
    assertThat(
            database.value(
                "select detail ->> 'owner_id' from audit_entry where action = 'video.withdraw'"
                    + " and actor_id = ?1 and subject_id = ?2",
                player,
                clip.toString()))
        .isEqualTo(player.toString());
  }

  @Test
  void onlyTheOwnerWithdrawsAndOnlyAPublicClip() {
    UUID unpublished = database.clip(player, "A pass", 5);

    assertRefused(ProblemCode.NOT_PUBLISHED, () -> videos.withdraw(unpublished, player));
    assertRefused(ProblemCode.FORBIDDEN, () -> videos.withdraw(clip, juror));
    assertRefused(ProblemCode.VIDEO_NOT_FOUND, () -> videos.withdraw(UUID.randomUUID(), player));
  }

  @Test
  void nobodyPublishesOrDeletesItAfterwards() {
    videos.withdraw(clip, player);
    database.flush();
    var moderation = database.services().make(ModerationService.class);

    assertRefused(ProblemCode.WRONG_STATE, () -> videos.publish(clip, player));
    assertRefused(ProblemCode.WRONG_STATE, () -> videos.delete(clip, player));
    assertRefused(ProblemCode.WRONG_STATE, () -> moderation.approve(clip, juror));
    assertRefused(ProblemCode.WRONG_STATE, () -> moderation.reject(clip, juror, "Why"));
    assertRefused(ProblemCode.WRONG_STATE, () -> moderation.takeDown(clip, juror, "Why"));
    assertRefused(ProblemCode.WRONG_STATE, () -> moderation.restore(clip, juror));
    assertThat(
            moderation
                .list(new ModerationQuery(ModerationState.WITHDRAWN, null, null, 10, 0))
                .rows())
        .extracting(ModeratedVideo::id)
        .containsExactly(clip);
    assertThat(
            moderation.list(new ModerationQuery(ModerationState.PENDING, null, null, 10, 0)).rows())
        .isEmpty();
  }

  private int count(String what) {
    return ((Number) database.value("select count(*) from " + what)).intValue();
  }

  private static void assertRefused(ProblemCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
