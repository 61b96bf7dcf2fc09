/** Signing up, signing in, the own account, and the administration of accounts. */
package co.anb.showcase.api.account;
