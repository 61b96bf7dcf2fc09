/** Players' own clips and their files. */
package co.anb.showcase.api.video;
