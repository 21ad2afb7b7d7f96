// @ts-check
// Texts and lists of merged plans.

/** @import { Localized } from "./types.js" */

/** The word for a plan in the languages of the interface. Readers of others see the first. */
export const PLAN = { en: "Plan", es: "Plan", pt: "Plano", zh: "计划" };

/**
 * Returns a list that may be missing.
 * @param {any[] | null | undefined} value
 */
export const list = (value) => value ?? [];

/**
 * Returns a text in all languages of two; where both have one, the first counts. Tags such as `__proto__` are data.
 * @param {Localized | null | undefined} first
 * @param {Localized | null | undefined} second
 * @returns {Localized}
 */
export const union = (first, second) => Object.fromEntries([...Object.entries(first ?? {}), ...Object.entries(second ?? {}).filter(([tag]) => !Object.hasOwn(first ?? {}, tag))]);

/**
 * Returns a text in a language, or else in its first one.
 * @param {Localized} text
 * @param {string} tag
 */
export const nearest = (text, tag) => (Object.hasOwn(text, tag) ? text[tag] : Object.values(text)[0]) ?? "";

/**
 * Returns a text in some languages.
 * @param {string[]} tags
 * @param {(tag: string) => string} text
 * @returns {Localized}
 */
export const inAll = (tags, text) => Object.fromEntries(tags.map((tag) => [tag, text(tag)]));

/**
 * Joins names. Of many, it names the first and counts the others.
 * @param {string[]} names
 * @param {number} most
 * @param {string} between
 * @param {string} beforeCount
 */
export const plural = (names, most, between, beforeCount) => names.slice(0, most).join(between) + (names.length > most ? `${beforeCount}${names.length - most}` : "");
