// @ts-check

/**
 * Reports whether a value is a list. A revoked proxy throws when it is asked.
 * @param {unknown} value
 */
export function isList(value) {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
