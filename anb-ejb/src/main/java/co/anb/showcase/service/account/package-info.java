/** Accounts, signing up and in, passwords, tokens, sessions and their revocation. */
package co.anb.showcase.service.account;
