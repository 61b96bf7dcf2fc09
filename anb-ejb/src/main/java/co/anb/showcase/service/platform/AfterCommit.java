package co.anb.showcase.service.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** For what cannot be rolled back, such as deleting a file. */
@ApplicationScoped
public class AfterCommit {

  @Resource private TransactionSynchronizationRegistry transactions;

  /** Runs the action once the present transaction is committed; never if it is rolled back. */
  public void run(Runnable action) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              action.run();
            }
          }
        });
  }
}
