package co.anb.showcase.service.progress;

import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import co.anb.showcase.service.video.VideoService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets owners follow their clips, and runs the threads that this takes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
public class LiveProgress {

  private static final Logger LOG = System.getLogger(LiveProgress.class.getName());
  private static final int TICK_MILLIS = 250;
  private static final int STOP_SECONDS = 5;

  @Resource private ManagedThreadFactory threads;
  @Inject private VideoService videos;
  @Inject private VideoStates states;
  @Inject private KafkaEvents kafka;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.live.streams-per-account", defaultValue = "8")
  private int perAccount;

  @Inject
  @ConfigProperty(name = "anb.live.streams-per-server", defaultValue = "1000")
  private int perServer;

  private ExecutorService writers;
  private ScheduledExecutorService timer;
  private ProgressBoard board;
  private VideoEvents events;
  private boolean databaseAnswers = true;

  @PostConstruct
  void start() {
    // As many threads as there are clients that are being written to at this moment.
    writers = Executors.newCachedThreadPool(threads);
    board = new ProgressBoard(clock, writers, perAccount, perServer);
    events = new VideoEvents(kafka::connect, kafka.topic(), board::hear);
    threads.newThread(events).start();
    // Two threads: a database that hangs must not hold up the ticks.
    timer = Executors.newScheduledThreadPool(2, threads);
    schedule(board::tick);
    schedule(this::askDatabase);
  }

  private void schedule(Runnable work) {
    var unused =
        timer.scheduleWithFixedDelay(work, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Tells a listener of one of the owner's clips until it is processed, failed or deleted. Whether
   * the clip is the owner's is decided now and never again.
   *
   * @throws ProblemException VIDEO_NOT_FOUND, FORBIDDEN or TOO_MANY_REQUESTS
   */
  public void follow(UUID videoId, UUID ownerId, ProgressListener listener) {
    videos.detail(videoId, ownerId);
    VideoState present = states.read(Set.of(videoId)).get(videoId);
    if (present == null) {
      throw new ProblemException(ProblemCode.VIDEO_NOT_FOUND);
    }
    board.follow(ownerId, present, listener);
  }

  /** One query for all clips that have been silent; none if there are none. */
  private void askDatabase() {
    try {
      Set<UUID> due = board.due();
      board.learn(due, states.read(due));
      databaseAnswers = true;
    } catch (RuntimeException e) {
      // Four times a second would fill the log.
      if (databaseAnswers) {
        LOG.log(Level.WARNING, "Cannot ask the database how far clips are", e);
      }
      databaseAnswers = false;
    }
  }

  @PreDestroy
  void stop() {
    events.stop();
    timer.shutdownNow();
    board.close();
    writers.shutdown();
    try {
      if (!writers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        writers.shutdownNow();
      }
    } catch (InterruptedException e) {
      writers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
