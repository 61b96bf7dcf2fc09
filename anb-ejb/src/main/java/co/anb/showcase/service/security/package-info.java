/** What happened at the doors: sign-ins, refusals, ended sessions; for administrators. */
package co.anb.showcase.service.security;
