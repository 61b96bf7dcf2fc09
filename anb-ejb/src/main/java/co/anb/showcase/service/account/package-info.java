/** Signing up and signing in. */
package co.anb.showcase.service.account;
