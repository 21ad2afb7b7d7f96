// @ts-check
// The packed form of a plan. The build replaces this whole module by one generated from the Rust module plan::format.

/**
 * A shape is a word, or an object whose one key is the word and whose value is its detail.
 * @typedef {string | Record<string, any>} Shape - the detail differs from word to word
 */

/** The number of the format. */
export const format = 0;

/** The number of the format of a plan's JSON. */
export const jsonFormat = 0;

/**
 * The values of fields that may be missing, by key. Lists may be missing too.
 * @type {Record<string, unknown>}
 */
export const defaults = {};

/**
 * The shape of a whole plan.
 * @type {Shape}
 */
export const planShape = { fields: [] };

/**
 * The shape of the members of a collection.
 * @type {Shape}
 */
export const membersShape = { list: { fields: [] } };
