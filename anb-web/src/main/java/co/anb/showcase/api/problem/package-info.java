/** Errors as problem details of RFC 9457. */
package co.anb.showcase.api.problem;
