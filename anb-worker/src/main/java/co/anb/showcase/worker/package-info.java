/** The standalone worker: its settings, its health and how its parts are put together. */
package co.anb.showcase.worker;
