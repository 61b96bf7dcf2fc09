/** Boots Payara Micro with the resources that the application needs, and deploys it. */
package co.anb.showcase.server;
