/** Progress of clips: reads the workers' events from Kafka and emits them to subscribers. */
package co.anb.showcase.service.progress;
