// @ts-check
// The facts of one build. The build replaces this whole module by a generated one with the same exports.

/** The version of the package and a mark of this build. */
export const version = "development";

/**
 * The sentences that the element shows if the widget can't start. A tuple is smaller than an object with names.
 * @typedef {[failed: string, failedWithText: string, policy: string, network: string, late: string, browser: string, plan: string, tryAgain: string, stopped: string]} Words
 */

/**
 * The sentences by language tag. The first language is the default.
 * @type {Record<string, Words>}
 */
export const words = {
  en: [
    "The explorer could not start.",
    "The explorer could not start; here is the plain text.",
    "This page’s security policy does not allow it.",
    "Its files could not be loaded.",
    "Its files are taking too long to load.",
    "This browser cannot run it.",
    "The plan’s file is not valid.",
    "Try again",
    "The explorer has stopped after several errors.",
  ],
};
