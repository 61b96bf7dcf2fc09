package co.anb.showcase.service.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thresholds of the fraud report. */
@ApplicationScoped
public class FraudSettings {

  private static final int MAX_SECONDS = 31 * 24 * 60 * 60;

  @Inject private Config config;

  @Inject
  @ConfigProperty(name = "anb.fraud.young-account-minutes", defaultValue = "30")
  private int youngAccountMinutes;

  @Inject
  @ConfigProperty(name = "anb.fraud.network-share.percent", defaultValue = "40")
  private int networkSharePercent;

  @Inject
  @ConfigProperty(
      name = "anb.fraud.common-mail-domains",
      defaultValue =
          "gmail.com,hotmail.com,outlook.com,yahoo.com,icloud.com,live.com,msn.com,yahoo.es")
  private String commonMailDomains;

  /**
   * The threshold of one kind.
   *
   * @throws IllegalStateException if the settings are out of bounds
   */
  public FraudThreshold threshold(FraudKind kind) {
    return new FraudThreshold(
        kind,
        number(kind.setting() + ".votes", kind.defaultVotes(), 2, 1_000_000),
        number(kind.setting() + ".seconds", kind.defaultSeconds(), 1, MAX_SECONDS));
  }

  /** Accounts that are younger when they vote are suspicious in numbers. */
  public int youngAccountMinutes() {
    return youngAccountMinutes;
  }

  /** A network that has so many percent of a player's votes is suspicious. */
  public int networkSharePercent() {
    return networkSharePercent;
  }

  /** Domains that many people have, in lower case, with commas between them. */
  public String commonMailDomains() {
    return commonMailDomains;
  }

  private int number(String name, int otherwise, int least, int most) {
    int value = config.getOptionalValue(name, Integer.class).orElse(otherwise);
    if (value < least || value > most) {
      throw new IllegalStateException(name + " must be from " + least + " to " + most);
    }
    return value;
  }
}
