package co.anb.showcase.service.ranking;

import co.anb.showcase.service.limit.ClientNetwork;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who follows the ranking on this server, live. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Leaderboards {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory threads;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.live.leaderboards-per-address", defaultValue = "50")
  private int perAddress;

  @Inject
  @ConfigProperty(name = "anb.live.leaderboards-per-server", defaultValue = "1000")
  private int perServer;

  private final Set<LeaderboardSubscriber> open = ConcurrentHashMap.newKeySet();
  private ExecutorService writers;
  private ScheduledExecutorService timer;
  private volatile Standings shown = Standings.NONE;

  @PostConstruct
  void start() {
    // As many threads as there are clients that are being written to at this moment.
    writers = Executors.newCachedThreadPool(threads);
    timer = Executors.newSingleThreadScheduledExecutor(threads);
    var unused = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Tells a listener the top of a ranking: at once, and whenever it changes.
   *
   * @param address of the client
   * @param cityKey or null for the whole country
   * @param limit how many rows
   * @throws ProblemException TOO_MANY_REQUESTS if too many follow already
   */
  public void follow(String address, String cityKey, int limit, LeaderboardListener listener) {
    String network = ClientNetwork.of(address);
    admit(
            new LeaderboardSubscriber(
                network, cityKey, limit, listener, writers, clock, open::remove))
        .show(shown);
  }

  private synchronized LeaderboardSubscriber admit(LeaderboardSubscriber newcomer) {
    long neighbours =
        open.stream().filter(other -> other.address().equals(newcomer.address())).count();
    if (neighbours >= perAddress || open.size() >= perServer) {
      throw ProblemException.tooMany(TRY_AGAIN);
    }
    open.add(newcomer);
    return newcomer;
  }

  /** Shows new standings to everyone. */
  public void show(Standings standings) {
    shown = standings;
    open.forEach(subscriber -> subscriber.show(standings));
  }

  private void tick() {
    open.forEach(subscriber -> subscriber.tick(shown));
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
    List.copyOf(open).forEach(LeaderboardSubscriber::end);
    writers.shutdown();
  }
}
