package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.media.MediaKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Originals of clips that have failed or were withheld. They are most of what such a clip takes,
 * and after a while nobody processes it again.
 */
@Stateless
@PermitAll
public class ExpiredOriginals {

  // A withheld clip that is still to be processed keeps its original until that is done.
  private static final String EXPIRE =
      """
      with expired as (
        update video set original_deleted_at = :now
        where id in (
          select v.id from video v left join processing_job j on j.video_id = v.id
          where v.original_deleted_at is null
            and ((v.status = 'FAILED' and j.state = 'FAILED' and j.finished_at < :before)
              or (v.withheld_at < :before and v.status in ('PROCESSED', 'FAILED')))
          order by v.id limit :most
          for update of v skip locked)
        returning id)
      select id from expired
      """;

  @Inject private FileExpiry expiry;

  @Inject
  @ConfigProperty(name = "anb.sweeper.original-days")
  private Optional<Integer> days;

  /**
   * Deletes a batch of those whose time is over; without the setting there is none.
   *
   * @return how many
   */
  public int discard() {
    return days.map(kept -> discard(Duration.ofDays(kept))).orElse(0);
  }

  /**
   * Deletes a batch of those that have been useless for longer.
   *
   * @return how many
   */
  public int discard(Duration olderThan) {
    return expiry.discard(EXPIRE, olderThan, "video.delete_original", Set.of(MediaKind.ORIGINAL));
  }
}
