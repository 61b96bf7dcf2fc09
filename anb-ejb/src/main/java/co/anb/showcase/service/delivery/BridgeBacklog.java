package co.anb.showcase.service.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether tasks get from this server's JMS queue to Kafka. While Kafka is down for some minutes
 * they wait, and that is no reason to refuse uploads; a task that waits for longer says that the
 * bridge does not work.
 */
@ApplicationScoped
public class BridgeBacklog {

  private static final Logger LOG = System.getLogger(BridgeBacklog.class.getName());

  @Inject private TaskQueue queue;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.jms.longest-wait", defaultValue = "PT5M")
  private Duration longest;

  /**
   * How the bridge stands.
   *
   * @param oldestSeconds how long the oldest task has waited, 0 without any
   * @param flows false if that is too long, or the queue does not answer
   */
  public record State(long oldestSeconds, boolean flows) {}

  /** Looks into the queue. */
  public State state() {
    try {
      var oldest = Duration.ofMillis((long) (queue.waiting().oldestSeconds() * 1000));
      return judge(oldest, Duration.between(started(), clock.instant()), longest);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The queue of tasks does not answer", e);
      return new State(0, false);
    }
  }

  private static Instant started() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /**
   * A server that has just been started has had no time to hand over what its last run left.
   *
   * @param oldest age of the oldest task
   * @param running since the server started
   */
  static State judge(Duration oldest, Duration running, Duration longest) {
    Duration waited = oldest.compareTo(running) < 0 ? oldest : running;
    return new State(oldest.toSeconds(), waited.compareTo(longest) <= 0);
  }
}
