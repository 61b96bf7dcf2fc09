/**
 * Hands accepted clips to the workers through a JMS queue, bridged to Kafka; sends again what was
 * lost on the way; tells owners how far their clips are.
 */
package co.anb.showcase.service.processing;
