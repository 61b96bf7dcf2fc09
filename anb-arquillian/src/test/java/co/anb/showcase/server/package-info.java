/** Reaches the launcher's resource commands, which are not public. */
package co.anb.showcase.server;
