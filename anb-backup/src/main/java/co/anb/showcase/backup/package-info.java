/** Copies the database and the media mount to a folder, checks such copies, and restores them. */
package co.anb.showcase.backup;
