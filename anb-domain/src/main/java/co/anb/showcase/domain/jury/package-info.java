/** The jury: what it judges by, who judges what, and what came of it. */
package co.anb.showcase.domain.jury;
