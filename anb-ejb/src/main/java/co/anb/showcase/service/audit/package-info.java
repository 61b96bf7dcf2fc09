/** The audit trail: who did what to the contest; append-only. */
package co.anb.showcase.service.audit;
