/** The background work on a clip: its job in the database and its messages on Kafka. */
package co.anb.showcase.domain.processing;
