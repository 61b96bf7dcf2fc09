/** The contest's result: its inputs, its calculation, its snapshot and its publication. */
package co.anb.showcase.service.result;
