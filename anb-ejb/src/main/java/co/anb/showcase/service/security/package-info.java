/** Security events: sign-ins, refusals, ended sessions; for administrators. */
package co.anb.showcase.service.security;
