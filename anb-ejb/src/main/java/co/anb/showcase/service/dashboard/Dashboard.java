package co.anb.showcase.service.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** The figures, at most a few seconds old: however many look, the database counts once. */
@Singleton
@RolesAllowed("ADMIN")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dashboard {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final String NOW = "now";

  private final Cache<String, Figures> figures =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build();

  @Inject private FigureQueries queries;

  /** The figures; those who ask at the same time wait for the same answer. */
  public Figures figures() {
    return figures.get(NOW, key -> queries.read());
  }
}
