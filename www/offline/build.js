// @ts-check
// The files of one build. The build replaces this whole module by a generated one with the same exports.

/** The mark of the build, which each page has too. */
export const build = "development";

/**
 * The files to keep, each with its SHA-256. A page has an empty hash, because hosts may add to it on its way.
 * @type {Record<string, string>}
 */
export const files = {};

/**
 * The files of the studio, kept as soon as a reader has been there.
 * @type {Record<string, string>}
 */
export const lateFiles = {};
