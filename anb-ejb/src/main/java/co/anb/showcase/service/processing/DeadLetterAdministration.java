package co.anb.showcase.service.processing;

import co.anb.showcase.domain.processing.DeadTask;
import co.anb.showcase.service.problem.ProblemCode;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * The tasks that were given up. The topic is their history; whether one still waits, the job's row
 * tells.
 */
@Stateless
@RolesAllowed("ADMIN")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetterAdministration {

  private static final Logger LOG = System.getLogger(DeadLetterAdministration.class.getName());

  @Inject private DeadLetterTopic topic;
  @Inject private JobAdministration jobs;

  /**
   * The newest letters, newest first. No transaction waits for Kafka meanwhile.
   *
   * @throws ProblemException SERVICE_UNAVAILABLE if Kafka does not answer
   */
  public List<DeadLetter> newest(int limit) {
    List<DeadTask> letters = read(limit);
    Set<UUID> waiting =
        jobs.failed(letters.stream().map(DeadTask::videoId).collect(Collectors.toSet()));
    return letters.stream()
        .map(task -> new DeadLetter(task, waiting.contains(task.videoId())))
        .toList();
  }

  private List<DeadTask> read(int limit) {
    try {
      return topic.newest(limit);
    } catch (KafkaException e) {
      LOG.log(Level.WARNING, "Cannot read the dead letters", e);
      throw (ProblemException) new ProblemException(ProblemCode.SERVICE_UNAVAILABLE).initCause(e);
    }
  }
}
