package co.anb.showcase.service;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.service.audit.AuditEntry;
import co.anb.showcase.service.audit.AuditQuery;
import co.anb.showcase.service.audit.AuditRow;
import co.anb.showcase.service.audit.AuditSearchService;
import co.anb.showcase.service.audit.AuditTrail;
import co.anb.showcase.service.platform.Page;
import co.anb.showcase.service.security.SecurityEventKind;
import co.anb.showcase.service.security.SecurityEventQuery;
import co.anb.showcase.service.security.SecurityEventRow;
import co.anb.showcase.service.security.SecurityEventSearchService;
import co.anb.showcase.service.security.SecurityOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two trails that administrators search, on a real database. */
class TrailSearchTest {

  private static final Instant NOW = ServiceDatabase.NOW;
  private static final String CLIP = "a-clip";

  @RegisterExtension final ServiceDatabase database = new ServiceDatabase();

  private UUID ana;

  @BeforeEach
  void prepare() {
    ana = database.account("Ana", "Cali", "ADMIN");
    var trail = database.services().make(AuditTrail.class);
    trail.record(AuditEntry.of(ana, "video.approve", "video", CLIP));
    trail.record(AuditEntry.of(ana, "video.reject", "video", "another"));
    trail.record(AuditEntry.of(null, "contest.close", "contest", "contest").because("It's over"));
    for (String outcome : new String[] {"DONE", "REFUSED", "REFUSED"}) {
      database.sql(
          "insert into security_event (id, at, kind, outcome, account_id)"
              + " values (gen_random_uuid(), now(), 'SIGN_IN', ?1, ?2)",
          outcome,
          ana);
    }
  }

  @Test
  void withoutAFilterAllAreThereAPageAtATime() {
    Page<AuditRow> first = audit(null, null, null, null, 2, 0);
    Page<AuditRow> second = audit(null, null, null, null, 2, 2);

    assertThat(first.total()).isEqualTo(3);
    assertThat(first.rows())
        .extracting(AuditRow::action)
        .containsExactly("contest.close", "video.reject");
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.rows())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("video.approve");
              assertThat(entry.actorName()).isEqualTo("Ana Ruiz");
            });
  }

  @Test
  void filtersNarrowRowsAndTotalAlike() {
    assertThat(audit("video.", null, null, null, 1, 0).total()).isEqualTo(2);
    assertThat(audit("video.", CLIP, null, null, 9, 0).rows()).hasSize(1);
    assertThat(audit("' or true --", null, null, null, 9, 0).total()).isZero();
    Instant later = NOW.plusSeconds(1);
    assertThat(audit(null, null, NOW, later, 9, 0).total()).isEqualTo(3);
    assertThat(audit(null, null, later, null, 9, 0).total()).isZero();
    assertThat(audit(null, null, null, NOW, 9, 0).total()).isZero();
  }

  @Test
  void securityEventsAreFilteredInTheSameWay() {
    assertThat(events(null, null).total()).isEqualTo(3);
    Page<SecurityEventRow> refused = events(SecurityOutcome.REFUSED, null);
    assertThat(refused.total()).isEqualTo(2);
    assertThat(refused.rows())
        .singleElement()
        .satisfies(event -> assertThat(event.accountName()).isEqualTo("Ana Ruiz"));
    assertThat(events(null, Instant.now().plus(Duration.ofDays(1))).total()).isZero();
  }

  private Page<AuditRow> audit(
      String action, String subject, Instant from, Instant to, int limit, int offset) {
    return database
        .services()
        .make(AuditSearchService.class)
        .find(new AuditQuery(null, action, null, subject, from, to, limit, offset));
  }

  private Page<SecurityEventRow> events(SecurityOutcome outcome, Instant from) {
    return database
        .services()
        .make(SecurityEventSearchService.class)
        .find(new SecurityEventQuery(ana, SecurityEventKind.SIGN_IN, outcome, from, null, 1, 0));
  }
}
