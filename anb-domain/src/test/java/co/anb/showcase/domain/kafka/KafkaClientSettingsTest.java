package co.anb.showcase.domain.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Kafka itself checks that the settings are known and fit together. */
class KafkaClientSettingsTest {

  private static final String SERVERS = "127.0.0.1:9092";
  private static final Duration GIVE_UP = Duration.ofSeconds(10);

  @Test
  void aDurableProducerWaitsForAllReplicasAndGivesUpInTime() {
    var given = KafkaClientSettings.durableProducer(SERVERS, GIVE_UP);
    given.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    given.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);

    var settings = new ProducerConfig(given);

    assertThat(settings.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
    assertThat(settings.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    assertThat(settings.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isEqualTo(10_000);
    assertThat(settings.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)).isEqualTo(5_000);
  }

  @Test
  void aLossyProducerHoldsNobodyUp() {
    var settings = KafkaClientSettings.lossyProducer(SERVERS, GIVE_UP, Duration.ofMillis(100));

    assertThat(settings)
        .containsEntry(ProducerConfig.ACKS_CONFIG, "1")
        .containsEntry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 100);
  }

  @Test
  void aReaderCommitsNothingAndMakesNoTopic() {
    var given = KafkaClientSettings.reader(SERVERS, GIVE_UP);
    given.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    given.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);

    var settings = new ConsumerConfig(given);

    assertThat(settings.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG)).isFalse();
    assertThat(settings.getBoolean(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG)).isFalse();
    assertThat(settings.getList(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)).containsExactly(SERVERS);
  }

  @Test
  void anAdministrativeClientGivesUpInTime() {
    var settings = new AdminClientConfig(KafkaClientSettings.admin(SERVERS, GIVE_UP));

    assertThat(settings.getInt(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)).isEqualTo(10_000);
  }
}
