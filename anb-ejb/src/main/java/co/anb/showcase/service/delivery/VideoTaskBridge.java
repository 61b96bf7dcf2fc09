package co.anb.showcase.service.delivery;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

/**
 * Carries tasks from the JMS queue to Kafka. A task leaves the queue only when Kafka has it on all
 * in-sync replicas; until then the broker redelivers it, without limit and with back-off. A task
 * may so reach Kafka twice, never not at all.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = "anb.video.tasks"),
      @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "activemq-rar"),
      @ActivationConfigProperty(propertyName = "maxSessions", propertyValue = "4")
    })
public class VideoTaskBridge implements MessageListener {

  @Inject private KafkaTasks kafka;
  @Inject private TaskTraces traces;

  @Override
  public void onMessage(Message message) {
    try {
      String videoId = message.getStringProperty("video_id");
      String task = ((TextMessage) message).getText();
      traces.handOver(message, () -> kafka.publish(videoId, task));
    } catch (JMSException e) {
      throw new IllegalStateException("Cannot read a task from the queue", e);
    }
  }
}
