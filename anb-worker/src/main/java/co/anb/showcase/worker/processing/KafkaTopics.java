package co.anb.showcase.worker.processing;

/**
 * The names of the topics.
 *
 * @param tasks where tasks come from
 * @param events where progress and results are told
 * @param deadLetters where tasks go that were given up
 */
public record KafkaTopics(String tasks, String events, String deadLetters) {}
