/** Turns one clip into the contest's form. Runs in a child process; knows no database, no Kafka. */
package co.anb.showcase.worker.transcode;
