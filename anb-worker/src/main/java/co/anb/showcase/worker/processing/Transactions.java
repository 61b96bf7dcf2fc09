package co.anb.showcase.worker.processing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Function;

/** Runs work in transactions of its own. */
record Transactions(EntityManagerFactory factory) {

  /**
   * Runs work and commits it; if it throws, nothing of it stays.
   *
   * @throws jakarta.persistence.PersistenceException if the database is not to be reached
   */
  <T> T run(Function<EntityManager, T> work) {
    try (EntityManager manager = factory.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(manager);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }
}
