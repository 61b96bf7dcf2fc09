package co.anb.showcase.service.limit;

import co.anb.showcase.service.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often passwords may be tried out. Each network and each known device has failures of its own
 * for an account; what all networks together have beyond that only makes further attempts cost
 * work, so nobody can shut an owner out. Each server counts for itself.
 */
@ApplicationScoped
public class LoginLimits {

  // Of each kind; a bucket takes some 300 bytes.
  private static final int MOST = 50_000;

  private TokenBucket ofNetwork;
  private TokenBucket failuresOfOrigin;
  private TokenBucket failuresOfAccount;

  /** For the container's proxy. */
  protected LoginLimits() {}

  /** With the rates of the settings. */
  @Inject
  public LoginLimits(
      @ConfigProperty(name = "anb.limits.login.per-address", defaultValue = "300/PT15M")
          Rate perAddress,
      @ConfigProperty(name = "anb.limits.login.failures", defaultValue = "10/PT15M") Rate failures,
      @ConfigProperty(
              name = "anb.limits.login.failures-from-everywhere",
              defaultValue = "100/PT15M")
          Rate failuresFromEverywhere) {
    ofNetwork = allow(perAddress);
    failuresOfOrigin = allow(failures);
    failuresOfAccount = allow(failuresFromEverywhere);
  }

  private static TokenBucket allow(Rate rate) {
    return new TokenBucket(rate, TimeMeter.SYSTEM_NANOTIME, MOST);
  }

  /**
   * Counts an attempt before the password is looked at. Only failures count against the account:
   * say {@link #succeeded} after a success. Whether there is such an account makes no difference.
   *
   * @param device the device that the account has been used on before, if it is such a one
   * @throws ProblemException TOO_MANY_REQUESTS if this network or device has used up what it has
   */
  public LoginAttempt take(String email, String address, Optional<String> device) {
    String network = ClientNetwork.of(address);
    String account = email.strip().toLowerCase(Locale.ROOT);
    ofNetwork.take(network);
    String origin = device.map(id -> "device " + id).orElse(network) + " " + account;
    failuresOfOrigin.take(origin);
    return device.isPresent()
        ? new LoginAttempt(account, origin, false, Optional.empty())
        : shared(account, origin);
  }

  private LoginAttempt shared(String account, String origin) {
    var wait = failuresOfAccount.tryTake(account);
    return new LoginAttempt(account, origin, wait.isEmpty(), wait);
  }

  /**
   * Counts an attempt of a client that is already signed in to the account.
   *
   * @param accountId has failures of its own, wherever they come from
   * @throws ProblemException TOO_MANY_REQUESTS
   */
  public LoginAttempt takeSignedIn(String accountId, String address) {
    ofNetwork.take(ClientNetwork.of(address));
    String origin = "signed-in " + accountId;
    failuresOfOrigin.take(origin);
    return new LoginAttempt(accountId, origin, false, Optional.empty());
  }

  /** The password was not looked at: the attempt counts against nobody. */
  public void notTried(LoginAttempt attempt) {
    failuresOfOrigin.giveBack(attempt.origin());
    giveBackShared(attempt);
  }

  /** Failures of this network or device are forgiven; those of others are not. */
  public void succeeded(LoginAttempt attempt) {
    failuresOfOrigin.restore(attempt.origin());
    giveBackShared(attempt);
  }

  private void giveBackShared(LoginAttempt attempt) {
    if (attempt.countedAgainstAll()) {
      failuresOfAccount.giveBack(attempt.account());
    }
  }
}
