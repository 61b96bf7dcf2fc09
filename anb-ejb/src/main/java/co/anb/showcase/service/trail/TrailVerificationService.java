package co.anb.showcase.service.trail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Compares the trails with their seals, and votes with their trail, for administrators. */
@Stateless
@RolesAllowed("ADMIN")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TrailVerificationService {

  @Inject private TrailSeals seals;
  @Inject private VoteReconciliation votes;

  /** Both trails, from their beginnings. */
  public List<TrailReport> trails() {
    return Arrays.stream(Trail.values()).map(seals::verify).toList();
  }

  /** Where votes differ from their trail. */
  public VoteDifference votes() {
    return votes.difference();
  }
}
