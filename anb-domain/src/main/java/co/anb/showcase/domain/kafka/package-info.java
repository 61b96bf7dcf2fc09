/** How the web server and the workers set up their Kafka clients. */
package co.anb.showcase.domain.kafka;
