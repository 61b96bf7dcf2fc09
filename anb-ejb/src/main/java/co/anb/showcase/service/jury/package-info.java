/** What jurors see and score, and what comes of their scores. */
package co.anb.showcase.service.jury;
