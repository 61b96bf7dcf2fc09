/** Processing jobs and dead letters, as administrators see and replay them. */
package co.anb.showcase.service.processing;
