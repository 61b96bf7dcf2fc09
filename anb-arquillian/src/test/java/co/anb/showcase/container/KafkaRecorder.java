package co.anb.showcase.container;

import co.anb.showcase.service.delivery.KafkaTasks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where Kafka is: keeps what arrives, and can be away for a number of tries. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class KafkaRecorder extends KafkaTasks {

  private final Map<String, Queue<String>> tasks = new ConcurrentHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** Fails the next tries. */
  void failFor(int tries) {
    failures.set(tries);
  }

  int failuresLeft() {
    return failures.get();
  }

  /** Every task that arrived for a clip. */
  Queue<String> tasksOf(Object videoId) {
    return tasks.computeIfAbsent(videoId.toString(), id -> new ConcurrentLinkedQueue<>());
  }

  @Override
  public void publish(String videoId, String task) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("Kafka is away");
    }
    tasksOf(videoId).add(task);
  }
}
