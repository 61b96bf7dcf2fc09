/** Hands accepted clips to the workers: a JMS queue, bridged to Kafka. */
package co.anb.showcase.service.processing;
