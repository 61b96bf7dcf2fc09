/** Security events, for administrators. */
package co.anb.showcase.api.security;
