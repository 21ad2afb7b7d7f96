// @ts-check
// The folds of a plan that has none of its own: which characters count as the same when searching. The compiler knows
// traditional and simplified characters too; these are letter case, accents and width, which the browser knows.

/** The highest code point that is looked at; those above are rare. */
const LAST = 0xffff;

/**
 * Returns the folds whose target occurs in the text of some clauses.
 * @param {any} clauses - anything, since it comes from a file
 */
export function foldsOf(clauses) {
  /** @type {Set<string>} */
  const targets = new Set();
  for (const clause of Array.isArray(clauses) ? clauses : []) {
    for (const text of Object.values(clause?.text ?? {})) for (const character of `${text}`) targets.add(folded(character));
  }
  let [from, to] = ["", ""];
  for (let code = 0; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const target = folded(character);
    if (target === character || !targets.has(target)) continue;
    from += character;
    to += target;
  }
  return { from, to };
}

/**
 * Returns a character in lower case, in the usual width and without accents; itself if that is several characters.
 * @param {string} character
 */
function folded(character) {
  if (/[\s\p{M}\p{C}\p{Pd}]/u.test(character)) return character; // the engine knows these by itself
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...plain].length === 1 ? plain : character;
}
