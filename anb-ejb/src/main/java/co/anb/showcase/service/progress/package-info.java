/** How far clips are: reads the workers' events from Kafka and tells the subscribers. */
package co.anb.showcase.service.progress;
