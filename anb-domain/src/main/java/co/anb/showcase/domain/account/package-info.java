/** People: their accounts, roles and cities. */
package co.anb.showcase.domain.account;
