package co.anb.showcase.it;

import co.anb.showcase.it.Contest.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who vote for a clip and take the vote back, by turns, all the time. Each time on a new
 * connection: browsers repeat what meets an old one that is just being closed, Java's client does
 * not.
 */
final class Voters implements AutoCloseable {

  private static final int PERIOD_MILLIS = 2_000;
  private static final int PATIENCE_SECONDS = 40;

  private final ScheduledExecutorService clock;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger standing = new AtomicInteger();
  private final List<String> disappointed = new CopyOnWriteArrayList<>();
  private final Path authority;
  private final URI vote;

  /**
   * Each of them writes every two seconds from now on.
   *
   * @param authority whom they trust
   * @param vote the address of the vote
   */
  Voters(Path authority, URI vote, List<Person> people) {
    this.authority = authority;
    this.vote = vote;
    this.clock = Executors.newScheduledThreadPool(people.size());
    for (int i = 0; i < people.size(); i++) {
      var unused =
          clock.scheduleAtFixedRate(
              new Voter(people.get(i)),
              (long) i * PERIOD_MILLIS / people.size(),
              PERIOD_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private final class Voter implements Runnable {

    private final Person person;
    private boolean hasVoted;

    Voter(Person person) {
      this.person = person;
    }

    @Override
    public void run() {
      String method = hasVoted ? "DELETE" : "POST";
      Shell.Result result = Shell.run(Map.of(), request(method));
      if (result.status() == 0 && result.output().equals("200")) {
        standing.addAndGet(hasVoted ? -1 : 1);
        hasVoted = !hasVoted;
        written.incrementAndGet();
      } else {
        disappointed.add(method + ": " + result);
      }
    }

    private List<String> request(String method) {
      return List.of(
          "curl",
          "--silent",
          "--show-error",
          "--max-time",
          Integer.toString(PATIENCE_SECONDS),
          "--cacert",
          authority.toString(),
          "--request",
          method,
          "--header",
          "Authorization: Bearer " + person.token(),
          "--header",
          "Content-Length: 0",
          "--output",
          "/dev/null",
          "--write-out",
          "%{http_code}",
          vote.toString());
    }
  }

  /** Votes cast and taken back. */
  int written() {
    return written.get();
  }

  /** How many votes must be there now. */
  int standing() {
    return standing.get();
  }

  /** What went wrong, one entry a vote. */
  List<String> disappointed() {
    return disappointed;
  }

  /** They begin nothing more; returns when what they have begun has ended. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(2L * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        disappointed.add("still waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
