package co.anb.showcase.service.ranking;

import co.anb.showcase.service.contest.ContestCalendar;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps this server's standings young, on a thread of its own. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Scoreboard {

  private static final Logger LOG = System.getLogger(Scoreboard.class.getName());

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

  /** At most a twentieth of a processor goes into ranking, however many votes come. */
  private static final int PAUSE_PER_WORK = 20;

  @Resource private ManagedThreadFactory threads;
  @Inject private Tally tally;
  @Inject private Leaderboards leaderboards;
  @Inject private ContestCalendar calendar;

  private final Map<UUID, PublishedClip> clips = new HashMap<>();
  private ExecutorService worker;
  private long seen;
  private long version;
  private boolean galleryOpen;
  private boolean databaseAnswers = true;
  private volatile Standings standings = Standings.NONE;

  @PostConstruct
  void start() {
    refresh();
    worker = Executors.newSingleThreadExecutor(threads);
    worker.execute(this::keepYoung);
  }

  /**
   * The standings as this server knows them; as a rule less than half a second old. They are empty
   * while the gallery is not open.
   */
  public Standings standings() {
    return standings;
  }

  private void keepYoung() {
    while (!Thread.currentThread().isInterrupted()) {
      long begun = System.nanoTime();
      tryRefresh();
      Duration work = Duration.ofNanos(System.nanoTime() - begun);
      try {
        TimeUnit.MILLISECONDS.sleep(pauseAfter(work).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration pauseAfter(Duration work) {
    Duration pause = work.multipliedBy(PAUSE_PER_WORK);
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void tryRefresh() {
    try {
      refresh();
      databaseAnswers = true;
    } catch (RuntimeException e) {
      // Ten times a second would fill the log.
      if (databaseAnswers) {
        LOG.log(Level.WARNING, "Cannot refresh the ranking; going on trying", e);
      }
      databaseAnswers = false;
    }
  }

  /** Takes in what has changed in the database since the last time. */
  void refresh() {
    tally.fold();
    List<TallyChange> changes = tally.since(seen);
    boolean open = calendar.now().galleryOpen();
    if (changes.isEmpty() && open == galleryOpen) {
      return;
    }
    galleryOpen = open;
    for (TallyChange change : changes) {
      seen = Math.max(seen, change.version());
      change
          .clip()
          .ifPresentOrElse(
              clip -> clips.put(change.videoId(), clip), () -> clips.remove(change.videoId()));
    }
    version++;
    standings = new Standings(version, open ? clips.values() : List.of());
    leaderboards.show(standings);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
