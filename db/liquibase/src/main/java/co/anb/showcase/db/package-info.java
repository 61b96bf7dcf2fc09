/** The database schema and the command that brings a database to it. */
package co.anb.showcase.db;
