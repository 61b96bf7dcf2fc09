/** Store and forward: hands accepted clips to the workers through a JMS queue, bridged to Kafka. */
package co.anb.showcase.service.delivery;
