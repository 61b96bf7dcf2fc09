/** The audit trail, for administrators. */
package co.anb.showcase.api.audit;
