/** Signing up, signing in, who am I. */
package co.anb.showcase.api.account;
