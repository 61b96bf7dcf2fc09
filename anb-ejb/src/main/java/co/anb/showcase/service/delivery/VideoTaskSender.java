package co.anb.showcase.service.delivery;

import co.anb.showcase.domain.processing.VideoTask;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Puts a task into the JMS queue, as a part of the caller's transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class VideoTaskSender {

  private static final Logger LOG = System.getLogger(VideoTaskSender.class.getName());

  @Resource(lookup = "jms/anbConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/anbVideoTasks")
  private Queue queue;

  @Inject private TaskTraces traces;

  /**
   * Sends when, and only when, the transaction commits; the task is a part of the present trace.
   */
  public void send(VideoTask task) {
    send(task, traces.present());
  }

  /** The same as a part of another trace, in W3C's form. */
  public void send(VideoTask task, Optional<String> trace) {
    // The calls of JMS 1.1: ActiveMQ's resource adapter has no others.
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      TextMessage message = session.createTextMessage(task.toJson());
      message.setStringProperty("video_id", task.videoId().toString());
      TaskTraces.note(message, trace);
      session.createProducer(queue).send(message);
      LOG.log(
          Level.INFO,
          "Task queued video_id={0} task_id={0}{1}",
          task.videoId(),
          TaskTraces.words(trace));
    } catch (JMSException e) {
      throw new IllegalStateException("Cannot queue the task of video " + task.videoId(), e);
    }
  }
}
