/** Processing jobs and dead letters, as staff see and repeat them. */
package co.anb.showcase.service.processing;
