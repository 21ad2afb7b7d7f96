// @ts-check
// What a run of the benchmark finds; times in milliseconds, sizes in bytes.

/** @import { Engine } from "../measure/engines.mjs" */
/** @import { Start } from "../measure/start.mjs" */
/** @import { Typing } from "../measure/typing.mjs" */

/** @typedef {{ works: number, memory: number } & Typing} Use - with a plan of one size: until a filter works, beside the DOM, and each answer */

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {string} commit
 * @property {string} machine
 * @property {string} browser
 * @property {Record<string, string>} versions - of the packages of the peers
 * @property {{ starts: number, rounds: number }} effort - how often each figure was measured
 * @property {Record<string, number>} textBytes - the bytes of the texts of each plan, in two languages
 * @property {Record<string, Record<string, Start>>} start - by network and peer
 * @property {Record<string, number>} exact - how many of the queries each peer answers exactly
 * @property {Record<string, Record<string, Use>>} sizes - by plan and peer
 * @property {Record<string, Record<string, Engine | undefined>>} engines - by plan and engine
 * @property {Record<string, Record<string, number | undefined>>} compile - by plan and command
 */

export {};
