/**
 * Many returns at once: an agency posts those of its mandated workplaces as rows of one file. Each row is a filing of its
 * own, with its own transaction, receipt and answer; posting the file again goes on where it stopped.
 */
package kr.gosan.premium.batch;
