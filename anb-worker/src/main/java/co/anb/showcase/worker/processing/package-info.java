/** Takes tasks from Kafka, claims them in the database and has them worked off. */
package co.anb.showcase.worker.processing;
