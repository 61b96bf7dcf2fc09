package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An accepted upload is never lost, whichever piece goes away. */
@ExtendWith(RunningStack.class)
class ResilienceIT {

  @Test
  void uploadsAreAcceptedWithoutKafkaAndSurviveTheServersDeath(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person player = contest.join("Paciente", "Tunja");

    stack.stopKafka();
    String whileKafkaIsAway = contest.accepted(player, clips.light(), "Sin Kafka");
    String beforeTheServerDies = contest.accepted(player, clips.light(), "Antes de la caída");
    stack.killServer();
    stack.startServer();
    assertThat(
            contest
                .get("/api/videos/" + whileKafkaIsAway, player.token())
                .object()
                .getString("status"))
        .isEqualTo("uploaded");
    stack.startKafka();

    contest.processed(player, whileKafkaIsAway);
    contest.processed(player, beforeTheServerDies);
  }

  @Test
  void aKilledWorkersJobIsTakenUpAgain(Contest contest, SampleClips clips, LocalStack stack)
      throws Exception {
    Person player = contest.join("Tenaz", "Tunja");
    String video = contest.accepted(player, clips.light(), "El trabajador cae");

    stack.killWorker();
    stack.startWorker();

    contest.processed(player, video);
  }
}
