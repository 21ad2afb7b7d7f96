// @ts-check

/**
 * Fetches a JSON file.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>}
 */
export async function jsonAt(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`expected a file, found status ${answer.status}`);
  return answer.json();
}
