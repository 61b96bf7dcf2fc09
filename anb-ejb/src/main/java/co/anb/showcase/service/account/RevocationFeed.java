package co.anb.showcase.service.account;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads once a second what servers have revoked lately. The half minute that is read overlaps, for
 * a transaction that commits late; whatever comes later still is in the whole table, read once a
 * minute and after every silence of the database.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class RevocationFeed {

  private static final Logger LOG = System.getLogger(RevocationFeed.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLEANING = Duration.ofHours(1);
  private static final long ALL_AFTER_NANOS = Duration.ofSeconds(60).toNanos();
  private static final long MISSED_AFTER_NANOS = Duration.ofSeconds(20).toNanos();

  @Resource private ManagedThreadFactory threads;
  @Inject private Revocations revocations;
  @Inject private RevokedTokens tokens;

  private ScheduledExecutorService timer;
  private long readAllAt;
  private long readAt;
  private boolean databaseAnswers = true;

  /**
   * Fails, and the application's start with it, if the table cannot be read: nobody may slip in.
   */
  @PostConstruct
  void start() {
    readAll(System.nanoTime());
    timer = Executors.newSingleThreadScheduledExecutor(threads);
    every(this::read, PAUSE);
    every(this::clean, CLEANING);
  }

  private void every(Runnable work, Duration pause) {
    var unused =
        timer.scheduleWithFixedDelay(
            work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void read() {
    long now = System.nanoTime();
    try {
      if (now - readAllAt > ALL_AFTER_NANOS || now - readAt > MISSED_AFTER_NANOS) {
        readAll(now);
      } else {
        tokens.learn(revocations.recent());
        readAt = now;
      }
      databaseAnswers = true;
    } catch (RuntimeException e) {
      // Once a second would fill the log. A timer whose work throws would never run again.
      if (databaseAnswers) {
        LOG.log(Level.WARNING, "Cannot read which tokens are revoked; trying again", e);
      }
      databaseAnswers = false;
    }
  }

  private void readAll(long now) {
    tokens.learn(revocations.all());
    tokens.forgetExpired();
    readAllAt = now;
    readAt = now;
  }

  private void clean() {
    try {
      revocations.deleteExpired();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot delete expired sessions; trying again in an hour", e);
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
