package co.anb.showcase.service.delivery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Clock;
import java.util.Enumeration;

/** Looks into this server's JMS queue, which is empty while Kafka takes what it gets. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskQueue {

  /** The broker shows no more at once, and more would say nothing new. */
  private static final int MOST = 400;

  /**
   * What waits for Kafka.
   *
   * @param messages their number, at most 400
   * @param oldestSeconds age of the first one, 0 without any
   */
  public record Waiting(int messages, double oldestSeconds) {}

  @Resource(lookup = "jms/anbConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/anbVideoTasks")
  private Queue queue;

  @Inject private Clock clock;

  /**
   * Looks.
   *
   * @throws IllegalStateException if the broker does not answer
   */
  public Waiting waiting() {
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(queue)) {
      connection.start();
      int count = 0;
      double oldest = 0;
      Enumeration<?> messages = browser.getEnumeration();
      while (count < MOST && messages.hasMoreElements()) {
        Message message = (Message) messages.nextElement();
        if (count == 0) {
          oldest = Math.max(0, (clock.millis() - message.getJMSTimestamp()) / 1e3);
        }
        count++;
      }
      return new Waiting(count, oldest);
    } catch (JMSException e) {
      throw new IllegalStateException("Cannot look into the queue of tasks", e);
    }
  }
}
