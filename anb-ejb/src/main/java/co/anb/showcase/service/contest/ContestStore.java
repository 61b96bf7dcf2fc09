package co.anb.showcase.service.contest;

import co.anb.showcase.domain.contest.Contest;
import co.anb.showcase.domain.contest.ContestState;
import co.anb.showcase.domain.video.PublishMode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The contest's row. The first server to start writes it from its settings; from then on the row
 * rules, and the settings are not looked at again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class ContestStore {

  private static final Logger LOG = System.getLogger(ContestStore.class.getName());

  private static final String BEGIN =
      """
      insert into contest (version, name, time_zone, submission_closes, voting_closes, publish_mode,
                           self_vote, public_weight, jury_weight, winners_per_city,
                           clips_per_player, updated_at)
      values (0, 'ANB Rising Stars Showcase', 'America/Bogota', cast(:uploads as timestamptz),
              cast(:voting as timestamptz), :mode, :self, 0.5, 0.5, 3,
              cast(:clips as integer), :now)
      on conflict do nothing
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.contest.uploads-until")
  private Optional<Instant> uploadsUntil;

  @Inject
  @ConfigProperty(name = "anb.contest.voting-until")
  private Optional<Instant> votingUntil;

  @Inject
  @ConfigProperty(name = "anb.contest.publish-mode", defaultValue = "auto")
  private String publishMode;

  @Inject
  @ConfigProperty(name = "anb.contest.self-vote", defaultValue = "true")
  private boolean selfVote;

  @Inject
  @ConfigProperty(name = "anb.contest.clips-per-player")
  private Optional<Integer> clipsPerPlayer;

  /** Fails, and the application's start with it, if the settings make no sense. */
  @PostConstruct
  void begin() {
    try {
      entities
          .createNativeQuery(BEGIN)
          .setParameter("uploads", text(uploadsUntil))
          .setParameter("voting", text(votingUntil))
          .setParameter("mode", PublishMode.parse(publishMode).name())
          .setParameter("self", selfVote)
          .setParameter("clips", clipsPerPlayer.map(String::valueOf).orElse(null))
          .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .executeUpdate();
    } catch (RuntimeException e) {
      // The container's own words about a failed start do not hold the reason.
      LOG.log(Level.ERROR, "The settings anb.contest.* make no contest", e);
      throw e;
    }
  }

  /** The contest as it is. */
  public ContestState read() {
    return entities.find(Contest.class, Contest.KEY).state();
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
