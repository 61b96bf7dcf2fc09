/** Tests of transactions and messaging, run inside Payara Micro by Arquillian. */
package co.anb.showcase.container;
