package co.anb.showcase.service.limit;

import co.anb.showcase.service.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits by account and by address; those of sign-ins are {@link LoginLimits}. Each server counts
 * for itself. An address is as told by the client's connection or a trusted proxy; of IPv6 the
 * network of 64 bits counts, for a household has all of it.
 */
@ApplicationScoped
public class Limits {

  // Of each kind; a bucket takes some 300 bytes.
  private static final int MOST = 50_000;

  private TokenBucket mebibytesOfAccount;
  private TokenBucket signupOfAddress;
  private TokenBucket signupOfEmail;
  private final Map<Activity, TokenBucket> ofAccount = new EnumMap<>(Activity.class);
  private final Map<Activity, TokenBucket> ofAddress = new EnumMap<>(Activity.class);

  /** For the container's proxy. */
  protected Limits() {}

  /** With the rates of the settings. */
  @Inject
  public Limits(
      @ConfigProperty(name = "anb.limits.signup.per-address", defaultValue = "60/PT1H")
          Rate signupPerAddress,
      @ConfigProperty(name = "anb.limits.signup.per-email", defaultValue = "10/PT1H")
          Rate signupPerEmail,
      @ConfigProperty(name = "anb.limits.upload.per-account", defaultValue = "30/PT1H")
          Rate uploadPerAccount,
      @ConfigProperty(name = "anb.limits.upload.per-address", defaultValue = "300/PT1H")
          Rate uploadPerAddress,
      @ConfigProperty(name = "anb.limits.vote.per-account", defaultValue = "300/PT1M")
          Rate votePerAccount,
      @ConfigProperty(name = "anb.limits.vote.per-address", defaultValue = "3000/PT1M")
          Rate votePerAddress,
      @ConfigProperty(name = "anb.limits.avatar.per-account", defaultValue = "20/PT1H")
          Rate avatarPerAccount,
      @ConfigProperty(name = "anb.limits.avatar.per-address", defaultValue = "200/PT1H")
          Rate avatarPerAddress,
      @ConfigProperty(name = "anb.limits.upload.mib-per-account", defaultValue = "10240/P1D")
          Rate mebibytesPerAccount) {
    mebibytesOfAccount = allow(mebibytesPerAccount);
    signupOfAddress = allow(signupPerAddress);
    signupOfEmail = allow(signupPerEmail);
    ofAccount.put(Activity.UPLOAD, allow(uploadPerAccount));
    ofAddress.put(Activity.UPLOAD, allow(uploadPerAddress));
    ofAccount.put(Activity.VOTE, allow(votePerAccount));
    ofAddress.put(Activity.VOTE, allow(votePerAddress));
    ofAccount.put(Activity.AVATAR, allow(avatarPerAccount));
    ofAddress.put(Activity.AVATAR, allow(avatarPerAddress));
  }

  private static TokenBucket allow(Rate rate) {
    return new TokenBucket(rate, TimeMeter.SYSTEM_NANOTIME, MOST);
  }

  /**
   * Counts a sign-up.
   *
   * @throws ProblemException TOO_MANY_REQUESTS
   */
  public void signup(String email, String address) {
    signupOfAddress.take(ClientNetwork.of(address));
    signupOfEmail.take(key(email));
  }

  /**
   * Counts something that an account does.
   *
   * @throws ProblemException TOO_MANY_REQUESTS
   */
  public void act(Activity activity, UUID accountId, String address) {
    ofAccount.get(activity).take(accountId.toString());
    ofAddress.get(activity).take(ClientNetwork.of(address));
  }

  /**
   * Counts what an account uploads.
   *
   * @param mebibytes none is no request
   * @throws ProblemException TOO_MANY_REQUESTS
   */
  public void upload(UUID accountId, long mebibytes) {
    if (mebibytes > 0) {
      mebibytesOfAccount.take(accountId.toString(), mebibytes);
    }
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
