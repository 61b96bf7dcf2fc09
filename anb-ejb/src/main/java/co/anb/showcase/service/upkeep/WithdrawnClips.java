package co.anb.showcase.service.upkeep;

import co.anb.showcase.domain.media.MediaKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files of clips that their owners have withdrawn. They are kept until the result is public,
 * because somebody may still object to what the clip showed; the row stays, for votes refer to it.
 */
@Stateless
@PermitAll
public class WithdrawnClips {

  private static final String EXPIRE =
      """
      with expired as (
        update video set files_deleted_at = :now,
                         original_deleted_at = coalesce(original_deleted_at, :now)
        where id in (
          select v.id from video v cross join contest c
          where v.withdrawn_at < :before and c.published_at < :before
            and v.files_deleted_at is null
          order by v.id limit :most
          for update of v skip locked)
        returning id)
      select id from expired
      """;

  @Inject private FileExpiry expiry;

  @Inject
  @ConfigProperty(name = "anb.sweeper.withdrawn-days")
  private Optional<Integer> days;

  /**
   * Deletes the files of a batch of those whose time is over; without the setting there is none.
   *
   * @return of how many clips
   */
  public int discard() {
    return days.map(kept -> discard(Duration.ofDays(kept))).orElse(0);
  }

  /**
   * Deletes the files of a batch of those that were withdrawn longer ago, if the result has been
   * public for longer, too.
   *
   * @return of how many clips
   */
  public int discard(Duration olderThan) {
    return expiry.discard(EXPIRE, olderThan, "video.delete_withdrawn", MediaKind.OF_CLIPS);
  }
}
