/**
 * The one-machine stack: database, broker, server and worker as processes of this machine, for
 * development, the demo and the tests. Knows nothing of the product but how to start it.
 */
package co.anb.showcase.local;
