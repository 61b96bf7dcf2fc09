package co.anb.showcase.service.processing;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.domain.processing.JobState;
import co.anb.showcase.domain.processing.JobTransition;
import co.anb.showcase.domain.processing.VideoTask;
import co.anb.showcase.service.ServiceDatabase;
import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.delivery.VideoTaskSender;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators do about jobs, on a real database. */
class JobAdministrationTest {

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private final List<UUID> sent = new ArrayList<>();
  private final List<AuditEntry> audited = new ArrayList<>();
  private final UUID administrator = UUID.randomUUID();
  private JobAdministration jobs;
  private UUID clip;

  @BeforeEach
  void prepare() {
    jobs =
        database
            .services()
            .with(
                new VideoTaskSender() {
                  @Override
                  public void send(VideoTask task) {
                    sent.add(task.videoId());
                  }
                })
            .with(
                new AuditTrail() {
                  @Override
                  public void record(AuditEntry entry) {
                    audited.add(entry);
                  }
                })
            .make(JobAdministration.class);
    clip = database.clip(database.account("Ana", "Cali", "PLAYER"), "A dunk", 10);
  }

  /** The row refuses what the enumeration forbids. */
  @ParameterizedTest
  @EnumSource(JobState.class)
  void onlyAFailedJobIsReplayed(JobState state) {
    job(state);

    List<UUID> replayed = jobs.replayAll(List.of(clip), administrator);

    boolean allowed = JobTransition.REPLAY.allows(state);
    assertThat(replayed).isEqualTo(allowed ? List.of(clip) : List.of());
    assertThat(sent).isEqualTo(replayed);
    assertThat(audited).hasSize(replayed.size());
    assertThat(database.value("select state from processing_job where video_id = ?1", clip))
        .isEqualTo(allowed ? "QUEUED" : state.name());
  }

  @Test
  void jobsAreListedByState() {
    job(JobState.FAILED);

    assertThat(jobs.list(JobState.FAILED, 10, 0).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.videoId()).isEqualTo(clip));
    assertThat(jobs.list(JobState.DONE, 10, 0).total()).isZero();
    assertThat(jobs.list(null, 10, 0).total()).isEqualTo(1);
    assertThat(jobs.failed(List.of(clip, UUID.randomUUID()))).containsExactly(clip);
  }

  private void job(JobState state) {
    boolean running = state == JobState.RUNNING;
    database.sql(
        "insert into processing_job (video_id, state, attempt, progress, queued_at, sent_at,"
            + " lease_owner, lease_until, error_detail)"
            + " values (?1, ?2, 1, 0, now(), now(), case when ?3 then 'one/1' end,"
            + " case when ?3 then now() end, 'status 139')",
        clip,
        state.name(),
        running);
  }
}
